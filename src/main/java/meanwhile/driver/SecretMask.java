package meanwhile.driver;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in texts of the target, because an answer may repeat them: as they are, escaped for
 * an address, a form (also more than once), JSON or HTML, in hexadecimal, or in base64, also in the
 * middle of a longer text in base64 and also escaped for an address before. Its time is linear in
 * the text.
 */
final class SecretMask {
    /** Shorter texts are masked only as they are: their encoded forms would be found anywhere. */
    private static final int SHORTEST_ENCODED = 4;

    /** The most of a text that is looked at. */
    private static final int WINDOW = 64 * 1024;

    /** Shorter secrets are not looked for in facts: honest words would often contain them. */
    private static final int SHORTEST_IN_FACTS = 8;

    private static final String NOTHING = "(?!)";

    private static final Pattern BEGINS_ESCAPE = Pattern.compile("[%&\\\\]");

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    // Escapes are often escaped again: %2541, &amp;#65;.
    private static final String PERCENT = "%(?:25){0,2}";

    private static final String AMPERSAND = "&(?:amp;){0,2}";

    private static final Map<String, String> HTML_NAMES =
            Map.of("&", "amp", "<", "lt", ">", "gt", "\"", "quot", "'", "apos");

    private final List<String> secrets;
    private @Nullable Pattern forms;
    private @Nullable List<String> folded;

    SecretMask(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** The same for the facts of an answer, which tell honest words from repeated secrets. */
    SecretMask ofFacts() {
        return new SecretMask(
                secrets.stream().filter(secret -> secret.length() >= SHORTEST_IN_FACTS).toList());
    }

    /** The whole text without secrets; the same if it has none. */
    String masked(String text) {
        return mayRepeat(text)
                ? forms().matcher(text).replaceAll(Matcher.quoteReplacement(Secret.MASK))
                : text;
    }

    /**
     * Whether to look for the forms, which takes longer: most facts are shorter than any token, and
     * without escapes it suffices to compare the texts themselves.
     */
    private boolean mayRepeat(String text) {
        if (secrets.stream().noneMatch(secret -> secret.length() <= text.length())) {
            return false;
        }
        String folded = folded(text);
        return BEGINS_ESCAPE.matcher(text).find() || folded().stream().anyMatch(folded::contains);
    }

    private List<String> folded() {
        List<String> known = folded;
        if (known == null) {
            known =
                    secrets.stream()
                            .flatMap(SecretMask::unescaped)
                            .map(SecretMask::folded)
                            .toList();
            folded = known;
        }
        return known;
    }

    /** What any form of a secret without escapes contains. */
    private static Stream<String> unescaped(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return bytes.length < SHORTEST_ENCODED
                ? Stream.of(secret)
                : Stream.concat(
                        Stream.of(secret, HexFormat.of().formatHex(bytes)),
                        inBase64(secret).stream()
                                .map(inner -> inner.getBytes(StandardCharsets.UTF_8))
                                .flatMap(
                                        inner ->
                                                Stream.of(
                                                        core(inner, 0),
                                                        core(inner, 1),
                                                        core(inner, 2))));
    }

    /** The text with characters that stand for each other in some form made the same. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(
                    switch (c) {
                        case '-', ' ' -> '+';
                        case '_' -> '/';
                        default -> c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
                    });
        }
        return folded.toString();
    }

    /** The beginning of a text without secrets, with an ellipsis if more follows. */
    String shortened(String text, int most) {
        String looked = text.substring(0, Math.min(text.length(), WINDOW));
        StringBuilder shown = new StringBuilder();
        int from = 0;
        Matcher matcher = forms().matcher(looked);
        while (shown.length() <= most && matcher.find()) {
            shown.append(looked, from, matcher.start()).append(Secret.MASK);
            from = matcher.end();
        }
        shown.append(looked, from, looked.length());
        return shown.length() <= most ? shown.toString() : shown.substring(0, most) + "…";
    }

    /** Compiled at the first need: most answers have no text for people. */
    private Pattern forms() {
        Pattern known = forms;
        if (known == null) {
            String all =
                    secrets.stream()
                            .filter(secret -> !secret.isEmpty())
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .distinct()
                            .flatMap(secret -> forms(secret).stream())
                            .collect(Collectors.joining("|"));
            known = Pattern.compile(all.isEmpty() ? NOTHING : all);
            forms = known;
        }
        return known;
    }

    private static List<String> forms(String secret) {
        List<String> forms = new ArrayList<>();
        forms.add(escaped(secret));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= SHORTEST_ENCODED) {
            for (String inner : inBase64(secret)) {
                for (int before = 0; before < 3; before++) {
                    forms.add(base64(inner.getBytes(StandardCharsets.UTF_8), before));
                }
            }
            forms.add("(?i:" + HexFormat.of().formatHex(bytes) + ")");
        }
        return forms;
    }

    /** What of a secret may stand in base64: the longest first, because they may share a begin. */
    private static List<String> inBase64(String secret) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String address = form.replace("+", "%20");
        String script =
                address.replace("%21", "!")
                        .replace("%27", "'")
                        .replace("%28", "(")
                        .replace("%29", ")")
                        .replace("%7E", "~");
        return Stream.of(address, form, script)
                .flatMap(upper -> Stream.of(upper, lowerEscapes(upper)))
                .flatMap(inner -> Stream.of(inner, secret))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String lowerEscapes(String encoded) {
        return ESCAPE.matcher(encoded)
                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    /** The text with each of its characters as it is or escaped. */
    private static String escaped(String text) {
        return text.codePoints().mapToObj(SecretMask::escaped).collect(Collectors.joining());
    }

    private static String escaped(int point) {
        String character = Character.toString(point);
        StringBuilder percent = new StringBuilder();
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            percent.append(PERCENT).append("%02x".formatted(one & 0xff));
        }
        String json =
                character.chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining());
        String name = HTML_NAMES.get(character);
        String html =
                "%s(?:#x0{0,6}%x|#0{0,6}%d%s);?"
                        .formatted(AMPERSAND, point, point, name == null ? "" : "|" + name);
        // The raw character comes last, because an escape may begin with it.
        String alternatives =
                "(?i:%s|%s|%s)|%s".formatted(percent, json, html, Pattern.quote(character));
        return switch (character) {
            case " " -> "(?:\\+|" + PERCENT + "2[bB]|" + alternatives + ")";
            case "\"", "\\", "/" -> "(?:\\\\" + Pattern.quote(character) + "|" + alternatives + ")";
            default -> "(?:" + alternatives + ")";
        };
    }

    /**
     * A text in base64, with the characters that it shares with its neighbours.
     *
     * @param before how many bytes precede it in its group of three
     */
    private static String base64(byte[] secret, int before) {
        return core(secret, before)
                .chars()
                .mapToObj(SecretMask::sixBits)
                .collect(
                        Collectors.joining(
                                "",
                                before == 0 ? "" : "[A-Za-z0-9+/_-]?",
                                "(?:[A-Za-z0-9+/_-]?(?:=|" + PERCENT + "3[dD]){0,2})"));
    }

    /** The characters in base64 that only the secret determines. */
    private static String core(byte[] secret, int before) {
        byte[] bytes = new byte[before + secret.length];
        System.arraycopy(secret, 0, bytes, before, secret.length);
        String whole = Base64.getEncoder().encodeToString(bytes);
        return whole.substring((8 * before + 5) / 6, 8 * bytes.length / 6);
    }

    private static String sixBits(int character) {
        return switch (character) {
            case '+' -> "(?:-|" + escaped('+') + ")";
            case '/' -> "(?:_|" + escaped('/') + ")";
            default -> Character.toString(character);
        };
    }
}
