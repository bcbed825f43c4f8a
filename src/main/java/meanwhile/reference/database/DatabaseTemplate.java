package meanwhile.reference.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps an initialised data directory, which each start copies. */
final class DatabaseTemplate {
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "epg-lock");

    private final Path base;
    private final Path directory;

    DatabaseTemplate(Path base) {
        this.base = base;
        // The binaries of one version refuse the data of another.
        this.directory = base.resolve("template-18");
    }

    /** Fills a directory given its path. */
    interface Initialiser {
        void initialise(Path data) throws IOException;
    }

    /**
     * Copies the template; false if there is none. A template is always complete, as one rename
     * creates it.
     */
    boolean copyTo(Path data) throws IOException {
        if (!Files.exists(directory.resolve("postgresql.conf"))) {
            return false;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path from : paths.toList()) {
                Path to = data.resolve(directory.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else if (!NOT_COPIED.contains(from.getFileName().toString())) {
                    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // PostgreSQL refuses a data directory that others may read.
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
        return true;
    }

    /** Makes the template unless another run has made it. */
    void make(Initialiser initialiser) throws IOException {
        synchronized (DatabaseTemplate.class) {
            try (FileChannel channel =
                            FileChannel.open(
                                    base.resolve("template.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid() || Files.exists(directory)) {
                    return;
                }
                Path making = Workspace.claim(base);
                initialiser.initialise(Files.createDirectory(making.resolve("data")));
                Files.move(making.resolve("data"), directory, StandardCopyOption.ATOMIC_MOVE);
                Workspace.delete(making);
            }
        }
    }

    /** Moves a damaged template out of the way. */
    void discard() throws IOException {
        Path grave = Workspace.claim(base);
        if (Files.exists(directory)) {
            Files.move(
                    directory,
                    grave.resolve("damaged-" + UUID.randomUUID()),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        Workspace.delete(grave);
    }
}
