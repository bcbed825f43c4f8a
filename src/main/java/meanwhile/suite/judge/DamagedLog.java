package meanwhile.suite.judge;

import java.io.IOException;

/** A recorded log that cannot be parsed; the message names the line and the fault. */
public final class DamagedLog extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 120;

    DamagedLog(int line, String fault) {
        super(line + ": " + fault);
    }

    /** Shortens a text to the length that a message can show. */
    static String shown(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
