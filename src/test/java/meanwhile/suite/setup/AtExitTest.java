package meanwhile.suite.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** An interrupt ends the process, even if what it has to do at the end does not end. */
class AtExitTest {
    /** A program that never ends by itself, and whose end never ends either. */
    public static final class Endless {
        private Endless() {}

        /** Asks itself to end, as SIGTERM would. */
        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch never = new CountDownLatch(1);
            AtExit.run(
                    () -> {
                        boolean ended = false;
                        while (!ended) {
                            ended = never.getCount() == 0;
                        }
                    },
                    Duration.ofMillis(200));
            System.exit(0);
        }
    }

    @Test
    void anEndThatDoesNotEndIsGivenUp() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Endless.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(ExitCode.BROKEN);
        assertThat(said)
                .isEqualToIgnoringNewLines(
                        "meanwhile: the end took longer than 0 s and was given up");
    }
}
