package meanwhile.suite.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Wraps text between words, so that a terminal neither cuts it nor breaks a word.
 *
 * @param width the number of columns
 */
record TextLines(int width) {
    private static final int INDENT = 4;

    /** Long lines, as a log keeps them. */
    static final TextLines UNWRAPPED = new TextLines(Integer.MAX_VALUE);

    /** The text behind a label; its further lines begin below its first word, if there is room. */
    List<String> of(String label, String text) {
        if (label.length() + text.length() <= width) {
            return List.of(label + text);
        }
        String indent = " ".repeat(label.length() <= width / 2 ? label.length() : INDENT);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(label);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
