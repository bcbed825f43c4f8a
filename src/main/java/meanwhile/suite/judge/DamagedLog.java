package meanwhile.suite.judge;

import java.io.IOException;

/** A recorded log that cannot be understood; the message names the line and the fault. */
public final class DamagedLog extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedLog(int line, String fault) {
        super(line + ": " + fault);
    }
}
