package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Runs of the suite in their own processes, with their own temporary folder. */
final class Runs {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Kept on purpose, so that the next start is quick. */
    private static final List<String> CACHES =
            List.of("embedded-pg", "template-18", "template.lock");

    private final Path temporary;

    Runs(Path temporary) {
        this.temporary = temporary;
    }

    /** A run that was started, and its output. */
    record Running(Process process, Path output, long began) {
        /** Waits until the output contains these words. */
        void await(String words) throws IOException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!text().contains(words)) {
                assertThat(process.isAlive()).as("alive until “%s”: %s", words, text()).isTrue();
                assertThat(System.nanoTime()).as("waiting for " + words).isLessThan(deadline);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }

        /** Sends it a signal, and waits for its end. */
        Ended signal(String name) throws Exception {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
            return new Running(process, output, System.nanoTime()).end();
        }

        /** Waits for its end. */
        Ended end() throws Exception {
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            assertThat(ended).as("it should have ended: %s", text()).isTrue();
            return new Ended(process.exitValue(), text(), (System.nanoTime() - began) / 1e9);
        }

        String text() throws IOException {
            return Files.readString(output, StandardCharsets.UTF_8);
        }
    }

    /** The end of a run, after a number of seconds. */
    record Ended(int exit, String text, double seconds) {}

    /** Starts {@code meanwhile} with these arguments. */
    Running start(String... arguments) throws IOException {
        return start(List.of(), List.of(), arguments);
    }

    /**
     * Does the same within another command.
     *
     * @param wrapper the command that starts it; empty for none
     * @param options of the virtual machine
     */
    Running start(List<String> wrapper, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        // A parent that started this JVM in the background may have made it, and its children,
        // ignore Ctrl-C.
        command.addAll(List.of("env", "--default-signal=INT", java()));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("meanwhile.suite.Main");
        command.addAll(List.of(arguments));
        return started(command);
    }

    /** Starts any command. */
    Running started(List<String> command) throws IOException {
        Path output = Files.createTempFile("run-", ".log");
        output.toFile().deleteOnExit();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new Running(process, output, System.nanoTime());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The folders and files of the class path. */
    static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    /** The files and processes that runs have left. */
    List<String> leftovers() throws IOException {
        List<String> left = new ArrayList<>();
        try (Stream<Path> files = Files.walk(temporary, 2)) {
            files.filter(file -> !file.equals(temporary))
                    .filter(file -> CACHES.stream().noneMatch(file.toString()::contains))
                    .filter(file -> !file.getFileName().toString().startsWith("meanwhile-gallery-"))
                    .map(Path::toString)
                    .forEach(left::add);
        }
        left.addAll(processes());
        return left;
    }

    /** Processes that were started with the temporary folder as an argument. */
    private List<String> processes() throws IOException {
        List<String> found = new ArrayList<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path words = Path.of("/proc/" + process.pid() + "/cmdline");
            if (process.isAlive() && Files.isReadable(words)) {
                String line = said(words).replace('\0', ' ');
                if (line.contains(temporary.toString())) {
                    found.add("process " + process.pid() + ": " + line);
                }
            }
        }
        return found;
    }

    private static String said(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            // A process that has ended meanwhile is no leftover.
            return "";
        }
    }
}
