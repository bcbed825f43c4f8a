package meanwhile.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds lines of a feature that look like a mistyped keyword. Gherkin reads such a line as prose,
 * so that an example vanishes.
 */
final class KeywordTypos {
    private static final List<String> KEYWORDS =
            List.of(
                    "Feature",
                    "Rule",
                    "Background",
                    "Example",
                    "Examples",
                    "Scenario",
                    "Scenarios",
                    "Scenario Outline",
                    "Scenario Template");

    private static final Pattern HEAD = Pattern.compile("\\s*(\\p{L}+(?: \\p{L}+)?)\\s*:.*");
    private static final Pattern QUOTES = Pattern.compile("\\s*(\"\"\"|```).*");
    private static final Pattern LANGUAGE =
            Pattern.compile("\\s*#\\s*language\\s*:\\s*(?!en\\b).*");

    /** In a longer word, two letters may be wrong. */
    private static final int LONG = 7;

    private KeywordTypos() {}

    /** A sentence for each such line, with its place. */
    static List<String> in(String path, String text) {
        List<String> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        if (lines.stream().anyMatch(line -> LANGUAGE.matcher(line).matches())) {
            return found;
        }
        boolean quoted = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher head = HEAD.matcher(lines.get(i));
            if (QUOTES.matcher(lines.get(i)).matches()) {
                quoted = !quoted;
            } else if (!quoted && head.matches()) {
                String word = head.group(1);
                String meant = meant(word);
                if (!KEYWORDS.contains(word) && !meant.isEmpty()) {
                    found.add(
                            "%s:%d: “%s:” is read as prose; is “%s:” meant?"
                                    .formatted(path, i + 1, word, meant));
                }
            }
        }
        return found;
    }

    /** The keyword that is meant; empty if none is. */
    private static String meant(String word) {
        for (String keyword : KEYWORDS) {
            int wrong =
                    Spelling.distance(
                            word.toLowerCase(Locale.ROOT), keyword.toLowerCase(Locale.ROOT));
            if (wrong <= (keyword.length() < LONG ? 1 : 2)) {
                return keyword;
            }
        }
        return "";
    }
}
