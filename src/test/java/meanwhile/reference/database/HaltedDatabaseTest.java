package meanwhile.reference.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is interrupted halts its JVM, which deletes nothing by itself then. */
class HaltedDatabaseTest {
    /** Starts a database, closes it, and halts. */
    public static final class Halted {
        private Halted() {}

        /** Says that it came to its end with its exit code. */
        public static void main(String[] arguments) throws IOException {
            EmbeddedDatabase.start().close();
            Runtime.getRuntime().halt(7);
        }
    }

    @TempDir private Path temporary;

    @Test
    void nothingOfItsLibraryStays() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Halted.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).isEqualTo(7);
        try (Stream<Path> files = Files.list(temporary)) {
            List<String> names = files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).noneMatch(name -> name.startsWith("detect_linux_distribution_"));
        }
    }
}
