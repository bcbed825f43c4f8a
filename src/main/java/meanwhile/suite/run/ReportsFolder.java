package meanwhile.suite.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import meanwhile.suite.setup.FileErrors;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run's report, locked for this run: two runs in one folder would mix their pages.
 * The lock belongs to the operating system, so that it ends with the process, however that ends.
 */
final class ReportsFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final FileChannel channel;

    private ReportsFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks the folder, and creates it if necessary.
     *
     * @throws SetUpException if the folder cannot be written to, or another run uses it
     */
    static ReportsFolder claim(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new SetUpException(
                        "--reports: another run is writing to %s; wait for it or name another folder"
                                .formatted(folder));
            }
            return new ReportsFolder(channel);
        } catch (FileAlreadyExistsException file) {
            throw new SetUpException("--reports: %s is not a folder".formatted(file.getFile()));
        } catch (IOException unwritable) {
            throw new SetUpException(
                    "--reports: nothing can be written to %s: %s"
                            .formatted(folder, FileErrors.words(unwritable)));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            // Another run in this process.
            return null;
        }
    }

    /** Unlocks the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new SetUpException("the lock of the reports cannot be closed: " + failed);
        }
    }
}
