package meanwhile.reference.seam;

import java.io.IOException;
import java.io.InputStream;

/** Holds a file between its arrival and its storage. */
public interface Spool {
    /** Reads the file to its end; 413 beyond the limit, in bytes. */
    byte[] hold(InputStream file, int limit) throws IOException;
}
