package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a profile, line by line. What is not known stands in comments that begin so: # ? */
final class ProfileText {
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]+");
    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Set<String> NO_TEXTS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final int LONGEST = 300;

    private final List<String> lines = new ArrayList<>();
    private final List<OpenPoint> open = new ArrayList<>();

    /** A line, with so many levels of indentation. */
    void line(int level, String line) {
        lines.add("  ".repeat(level) + line);
    }

    /** Something that the document leaves open. */
    void open(int level, String subject, String sentence) {
        String plain = plain(sentence);
        line(level, "# ? " + plain);
        open.add(new OpenPoint(lines.size(), plain(subject + ": " + sentence)));
    }

    /** Something that is worth knowing. */
    void aside(int level, String sentence) {
        line(level, "# " + plain(sentence));
    }

    /** The text so far. */
    String yaml() {
        return String.join("\n", lines) + "\n";
    }

    /** What was marked as open so far. */
    List<OpenPoint> open() {
        return open;
    }

    private static String plain(String text) {
        String plain = INVISIBLE.matcher(text).replaceAll(" ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }

    /** Any value, in one line. */
    static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(
                                    entry ->
                                            key(String.valueOf(entry.getKey()))
                                                    + ": "
                                                    + flow(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                    list.stream()
                            .map(ProfileText::flow)
                            .collect(Collectors.joining(", ", "[", "]"));
            case String text -> quoted(text);
            default -> String.valueOf(value);
        };
    }

    private static String key(String text) {
        return BARE.matcher(text).matches()
                        && !NO_TEXTS.contains(text.toLowerCase(java.util.Locale.ROOT))
                ? text
                : quoted(text);
    }

    /** A text in double quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        point -> {
                            if (point == '"' || point == '\\') {
                                quoted.append('\\').appendCodePoint(point);
                            } else if (INVISIBLE.matcher(Character.toString(point)).matches()) {
                                quoted.append(' ');
                            } else {
                                quoted.appendCodePoint(point);
                            }
                        });
        return quoted.append('"').toString();
    }
}
