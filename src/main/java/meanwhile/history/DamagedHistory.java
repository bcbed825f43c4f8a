package meanwhile.history;

import java.io.IOException;
import java.nio.file.Path;

/** A history file is damaged; the message names the file, the line and the fault. */
public final class DamagedHistory extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file the file
     * @param line the line, from 1
     * @param fault what is wrong with it, for people
     */
    public DamagedHistory(Path file, int line, String fault) {
        super(file + ":" + line + ": " + fault);
    }
}
