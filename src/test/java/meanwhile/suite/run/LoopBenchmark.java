package meanwhile.suite.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import meanwhile.proof.Subject;
import meanwhile.proof.Trial;
import meanwhile.proof.TrialLog;
import meanwhile.suite.prove.TrialRunner;

/**
 * Checks that heap and threads stay level when one JVM runs the whole specification again and
 * again: {@code mvn -Pbenchmark verify -Dmeanwhile.loop=30}. Exit code 1 if they do not, or if
 * anything sound was contradicted. With {@code -Dmeanwhile.log=FILE} the runs count for the proof.
 */
public final class LoopBenchmark {
    /** After this many runs everything that is loaded once is loaded, and only leaks still grow. */
    private static final int WARM_UP = 2;

    private static final double MOST_GROWTH = 1.1;
    private static final int MORE_THREADS = 2;
    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final Subject NOTHING = new Subject(Subject.Kind.SOUND, "", List.of(), "");

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

    /** Runs for as many minutes as the property {@code meanwhile.loop} says. */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        long minutes = Long.getLong("meanwhile.loop", 10);
        String log = System.getProperty("meanwhile.log", "target/loop.ndjson");
        TrialLog trials = new TrialLog(Path.of(log));
        int alone = ManagementFactory.getThreadMXBean().getThreadCount();
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        Level first = null;
        Level last = new Level(0, alone);
        int runs = 0;
        int alarms = 0;
        try (TrialRunner trialRunner = TrialRunner.open()) {
            while (runs <= WARM_UP || System.nanoTime() < end) {
                Trial trial =
                        trialRunner.make(NOTHING, System.nanoTime(), false, List.of(), Set.of());
                trials.append(trial);
                alarms += trial.catches().size();
                last = Level.now(first == null ? alone : first.threads());
                if (++runs == WARM_UP) {
                    first = last;
                }
                System.out.printf(
                        "Loop: run %d, %.0f s, %d accused, undecided %s, %s%n",
                        runs, trial.seconds(), trial.catches().size(), trial.undecided(), last);
            }
        }
        boolean level =
                first != null
                        && last.heap() <= first.heap() * MOST_GROWTH
                        && last.threads() <= first.threads() + MORE_THREADS;
        System.out.printf(
                "Loop: after %d runs in %d minutes %s, at first %s: %s; %d alarms%n",
                runs, minutes, last, first, level ? "level" : "NOT level", alarms);
        System.exit(level && alarms == 0 ? 0 : 1);
    }
}
