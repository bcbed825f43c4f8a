package meanwhile.report.data;

import java.util.regex.Pattern;

/**
 * Makes text that others wrote fit for the medium that shows it: answers of an API, features, names
 * of targets. Everything that would act instead of being read is shown as its code: control and
 * escape sequences, marks that turn the direction of writing, commands to the CI system that reads
 * a log, links. Everything is bounded, because no reader needs megabytes of an answer.
 */
public final class ForeignText {
    /** The maximum length on a page. */
    private static final int PAGE = 2_000;

    /** The maximum length of a line on a terminal. */
    private static final int LINE = 600;

    /** The maximum length of a message, which may list all that is allowed. */
    private static final int MESSAGE = 10_000;

    /** Written JSON has coded all control characters before this one. */
    private static final int DELETE = 0x7F;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** GitHub reads commands at the beginning of a line, and other CI systems anywhere. */
    private static final Pattern COMMAND = Pattern.compile("(?<!\\S):(?=:)|#(?=#\\w*\\[)");

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]|~$!#]");

    /** Renderers of Markdown make links of what looks like an address. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<=:)/(?=/)|(?<=\\bwww)\\.|(?<=\\S)@(?=\\S)", Pattern.CASE_INSENSITIVE);

    private ForeignText() {}

    /** One line for a terminal or a log, which may be wrapped at any space. */
    public static String terminal(String text) {
        return line(text, LINE);
    }

    /** A message of the suite that may quote others, as one line for a terminal or a log. */
    public static String message(String text) {
        return line(text, MESSAGE);
    }

    private static String line(String text, int most) {
        return coded(COMMAND, readable(cut(text, most), ""));
    }

    /** Inline text for Markdown, also within a cell of a table. */
    public static String markdown(String text) {
        String plain = coded(ADDRESS, readable(cut(text, PAGE), ""));
        return MARKUP.matcher(plain)
                .replaceAll("\\\\$0")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /**
     * Text for HTML or XML, whose writer escapes markup. XML 1.0 allows no control characters, not
     * even escaped ones.
     */
    public static String markup(String text) {
        return readable(cut(text, PAGE), "\n\t");
    }

    /** Written JSON with the same content that is also safe within a script element. */
    public static String json(String written) {
        StringBuilder safe = new StringBuilder(written.length());
        written.codePoints()
                .forEach(
                        c -> {
                            if (c == '<' || (c >= DELETE && acts(c))) {
                                for (char half : Character.toChars(c)) {
                                    safe.append("\\u%04x".formatted((int) half));
                                }
                            } else {
                                safe.appendCodePoint(c);
                            }
                        });
        return safe.toString();
    }

    /** Never cuts between the halves of a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end)
                + "… (%,d of %,d characters shown)".formatted(end, text.length());
    }

    private static String readable(String text, String allowed) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (acts(c) && allowed.indexOf(c) < 0) {
                                plain.append(code(c));
                            } else {
                                plain.appendCodePoint(c);
                            }
                        });
        return plain.toString();
    }

    private static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            case Character.FORMAT -> c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
            // Non-characters, which XML forbids in part.
            case Character.UNASSIGNED -> (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
            default -> false;
        };
    }

    private static String code(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c <= 0xFFFF ? "\\u%04x".formatted(c) : "\\u{%x}".formatted(c);
        };
    }

    private static String coded(Pattern active, String text) {
        return active.matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
