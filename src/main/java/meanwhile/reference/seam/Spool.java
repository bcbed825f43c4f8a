package meanwhile.reference.seam;

import java.io.IOException;
import java.io.InputStream;

/** Holds a file between its arrival and its storing. */
public interface Spool {
    /** Reads the file to its end; 413 past the limit (bytes). */
    byte[] hold(InputStream file, int limit) throws IOException;
}
