package meanwhile.reference.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each run a directory that names its owner, and removes the directories of dead owners. */
final class Workspace {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    private static final String RUN = "run-";
    private static final String SCRIPT = "detect_linux_distribution_*.sh";

    private Workspace() {}

    /**
     * One folder per user of the machine: the files of another user could be neither read nor
     * removed.
     */
    static Path base() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "meanwhile-gallery-" + System.getProperty("user.name"));
    }

    /** A new directory owned by this process. */
    static Path claim(Path base) throws IOException {
        Path run = Files.createDirectory(base.resolve(RUN + UUID.randomUUID()));
        ProcessHandle self = ProcessHandle.current();
        Files.writeString(run.resolve("owner"), self.pid() + " " + started(self));
        return run;
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Stops servers and removes directories whose owner is dead, and forgotten scripts. */
    static void removeOrphans(Path base) throws IOException {
        removeScripts();
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(base, RUN + "*")) {
            for (Path run : runs) {
                if (!ownerLives(run)) {
                    stopServer(run.resolve("data"));
                    delete(run);
                }
            }
        }
    }

    /**
     * Removes scripts of the embedded PostgreSQL. It runs one of its own once and removes it at the
     * end of the JVM, which a killed JVM never reaches.
     */
    private static void removeScripts() throws IOException {
        for (Path script : scripts()) {
            long age = System.currentTimeMillis() - modified(script);
            if (age > TimeUnit.MINUTES.toMillis(1) && Files.isWritable(script)) {
                Files.deleteIfExists(script);
            }
        }
    }

    /** The scripts of the embedded PostgreSQL that are there now. */
    static Set<Path> scripts() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Set<Path> there = new HashSet<>();
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(temporary, SCRIPT)) {
            scripts.forEach(there::add);
        }
        return there;
    }

    private static boolean ownerLives(Path run) throws IOException {
        Optional<String> owner = read(run.resolve("owner"));
        if (owner.isEmpty()) {
            // Being claimed by another run, or damaged: keep it while it is too young to be an
            // orphan.
            long age = System.currentTimeMillis() - modified(run);
            return age < TimeUnit.MINUTES.toMillis(1);
        }
        String[] words = owner.get().trim().split(" ", -1);
        try {
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> words.length > 1)
                    .filter(process -> started(process) == Long.parseLong(words[1]))
                    .isPresent();
        } catch (NumberFormatException damaged) {
            return false;
        }
    }

    private static long modified(Path run) throws IOException {
        try {
            return Files.getLastModifiedTime(run).toMillis();
        } catch (NoSuchFileException removed) {
            return System.currentTimeMillis();
        }
    }

    private static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file)).filter(text -> !text.isBlank());
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /**
     * Kills a server only if its own pid file names this data directory and the process is a
     * postgres.
     */
    private static void stopServer(Path data) throws IOException {
        List<String> lines = read(data.resolve("postmaster.pid")).orElse("").lines().toList();
        if (lines.size() < 2 || !Path.of(lines.get(1).trim()).equals(data.toAbsolutePath())) {
            return;
        }
        Optional<ProcessHandle> server =
                ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                        .filter(
                                process ->
                                        process.info()
                                                .command()
                                                .filter(command -> command.contains("postgres"))
                                                .isPresent());
        if (server.isPresent()) {
            LOG.warn("stopping the embedded database of a killed run (pid {})", server.get().pid());
            server.get().destroyForcibly();
            try {
                server.get().onExit().get(10, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException slow) {
                LOG.warn("the database of a killed run does not end", slow);
            }
        }
    }

    /** Removes a directory; files that vanish meanwhile count as removed. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException vanished) {
            if (Files.exists(directory)) {
                throw vanished.getCause();
            }
        }
    }
}
