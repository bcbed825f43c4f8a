package meanwhile.reference.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import meanwhile.reference.seam.Intake;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Spool;

/** Runs uploads as they arrive and keeps files in memory: the simplest intake and spool. */
public final class Direct implements Intake, Spool {
    @Override
    public <T> T turn(Supplier<T> upload) {
        return upload.get();
    }

    @Override
    public byte[] hold(InputStream file, int limit) throws IOException {
        return bounded(file, limit);
    }

    /** Reads at most the limit, in bytes; 413 beyond it. */
    public static byte[] bounded(InputStream file, int limit) throws IOException {
        byte[] bytes = file.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw RefusedRequest.tooLarge(limit);
        }
        return bytes;
    }
}
