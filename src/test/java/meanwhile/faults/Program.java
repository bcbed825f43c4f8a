package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A command of the suite in its own process. */
public final class Program implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Program(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts a command, for example {@code run --clause R1}. */
    public static Program start(List<String> properties, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(properties);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("meanwhile.suite.Main");
        command.addAll(List.of(arguments));
        return new Program(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void read() {
        try (BufferedReader in = process.inputReader()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.add(line);
                lines.add(line);
            }
        } catch (IOException failed) {
            // The output after closing does not matter.
            if (process.isAlive()) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Waits for a line that contains these words. */
    public String awaitLine(String words) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            boolean over = !reader.isAlive() || System.nanoTime() > deadline;
            String line = lines.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(line != null || !over)
                    .as("“%s” should have been said in: %s", words, said())
                    .isTrue();
            if (line != null && line.contains(words)) {
                return line;
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end and returns the exit code. */
    public int exit() throws InterruptedException {
        return exit(LIMIT);
    }

    /** Does the same with another time limit. */
    int exit(Duration bound) throws InterruptedException {
        assertThat(process.waitFor(bound.toSeconds(), TimeUnit.SECONDS))
                .as("it should have ended within %s: %s", bound, said())
                .isTrue();
        reader.join();
        return process.exitValue();
    }

    /** The output so far. */
    public String said() {
        return String.join("\n", said);
    }

    /** Sends a signal: KILL, STOP, CONT. */
    public void signal(String name) throws IOException, InterruptedException {
        signal(process.pid(), name);
    }

    /** Sends a signal to any process that this one started. */
    static void signal(long pid, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start();
        assertThat(kill.waitFor()).as("kill -%s %d", name, pid).isZero();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(_ -> killed()).join();
    }

    private Process killed() {
        return process.destroyForcibly();
    }
}
