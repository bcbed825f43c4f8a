package meanwhile.reference.defect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import meanwhile.reference.seam.Spool;
import meanwhile.reference.store.Direct;

/** Writes each file to a temporary one named after the time, and reads it back. */
final class ClockNamedSpool implements Spool {
    @Override
    public byte[] hold(InputStream file, int limit) throws IOException {
        byte[] bytes = Direct.bounded(file, limit);
        Path path =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "gallery-upload-" + System.currentTimeMillis());
        try (FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(false);
            ByteBuffer back = ByteBuffer.allocate((int) channel.size());
            channel.read(back, 0);
            return back.array();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
