package meanwhile.reference.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Removes incompletely unpacked binaries of PostgreSQL, which all runs share. A run that is killed
 * while unpacking leaves them, and no other run can unpack over them.
 */
final class Binaries {
    /**
     * Named by the embedded PostgreSQL: the marker of a complete copy, and the lock of the run that
     * unpacks.
     */
    private static final String WHOLE = ".exists";

    private static final String LOCK = "epg-lock";

    private Binaries() {}

    /** Removes copies that are neither complete nor being unpacked. */
    static void removeHalves() throws IOException {
        Path all = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");
        if (!Files.isDirectory(all)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, "PG-*")) {
            for (Path folder : folders) {
                if (!Files.exists(folder.resolve(WHOLE)) && Files.isWritable(folder)) {
                    empty(folder);
                }
            }
        }
    }

    private static void empty(Path folder) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve(LOCK),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock == null || Files.exists(folder.resolve(WHOLE))) {
                return;
            }
            try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder)) {
                for (Path half : halves) {
                    if (!half.endsWith(LOCK)) {
                        Workspace.delete(half);
                    }
                }
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            // Another thread of this JVM unpacks them.
            return null;
        }
    }
}
