package meanwhile.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import meanwhile.actors.Theatre;

/**
 * Whether heap and threads stay level when one JVM runs again and again: {@code mvn -Pbenchmark
 * verify -Dmeanwhile.loop=30}. Exit code 1 if they do not.
 */
public final class LoopBenchmark {
    /** What grows with each run would be seen after so many, and what is loaded once is loaded. */
    private static final int WARM_UP = 3;

    private static final double MOST_GROWTH = 1.1;
    private static final int MORE_THREADS = 2;
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private LoopBenchmark() {}

    private record Level(long heap, int threads) {
        static Level now(int expected) {
            long deadline = System.nanoTime() + SETTLED.toNanos();
            // Idle threads of pools end some seconds after their last work.
            while (live() > expected && System.nanoTime() < deadline) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            System.gc();
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            return new Level(heap, live());
        }

        private static int live() {
            return ManagementFactory.getThreadMXBean().getThreadCount();
        }

        @Override
        public String toString() {
            return "%.1f MB, %d threads".formatted(heap / 1e6, threads);
        }
    }

    /** Plays for as many minutes as the property {@code meanwhile.loop} says. */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        long minutes = Long.getLong("meanwhile.loop", 5);
        Path reports = Files.createTempDirectory("meanwhile-loop");
        int alone = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int i = 0; i < WARM_UP; i++) {
            play(reports, i);
        }
        Level first = Level.now(alone);
        System.out.printf("Loop: at first %s%n", first);
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        int runs = 0;
        while (System.nanoTime() < end) {
            play(reports, WARM_UP + runs++);
        }
        Level last = Level.now(first.threads());
        boolean level =
                last.heap() <= first.heap() * MOST_GROWTH
                        && last.threads() <= first.threads() + MORE_THREADS;
        System.out.printf(
                "Loop: after %d runs in %d minutes %s: %s%n",
                runs, minutes, last, level ? "level" : "NOT level");
        System.exit(level ? 0 : 1);
    }

    private static void play(Path reports, long seed) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Player.play(
                new RunOptions(
                        "reference",
                        null,
                        List.of("U1.2", "R1.2"),
                        "",
                        seed,
                        reports,
                        List.of(),
                        Theatre.Manner.AT_ONCE),
                new Console(nowhere, false));
    }
}
