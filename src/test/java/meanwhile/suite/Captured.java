package meanwhile.suite;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A command run in this process, with all its output. */
public final class Captured {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Returns the exit code. */
    public int run(String... arguments) {
        PrintStream before = System.out;
        PrintStream all = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(all);
        try {
            return Main.run(all, arguments);
        } finally {
            System.setOut(before);
        }
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
