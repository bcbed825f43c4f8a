package meanwhile.suite.prove;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meanwhile.suite.setup.SetUpException;

/**
 * Other programs that keep every processor busy until they are stopped: for trials of the suite's
 * verdicts on a machine under load.
 */
public final class BusyProcessors implements AutoCloseable {
    private final List<Process> programs = new ArrayList<>();

    /**
     * Starts one program for each processor.
     *
     * @throws SetUpException if they cannot be started
     */
    public static BusyProcessors start() {
        BusyProcessors busy = new BusyProcessors();
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                busy.programs.add(program().start());
            }
            return busy;
        } catch (IOException failed) {
            busy.close();
            throw new SetUpException("the busy loops cannot be started: " + failed.getMessage());
        }
    }

    private static ProcessBuilder program() {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loop.class.getName())
                .inheritIO();
    }

    /** Stops all of them. */
    @Override
    public void close() {
        programs.forEach(Process::destroyForcibly);
        programs.forEach(program -> program.onExit().join());
    }

    /** The program: it spins while its parent process runs. */
    static final class Loop {
        private static final int A_WHILE = 10_000_000;

        private Loop() {}

        public static void main(String[] arguments) {
            Optional<ProcessHandle> starter = ProcessHandle.current().parent();
            while (starter.isPresent() && starter.get().isAlive()) {
                for (int i = 0; i < A_WHILE; i++) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
