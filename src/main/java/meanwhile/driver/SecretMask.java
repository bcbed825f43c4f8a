package meanwhile.driver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in texts of the target, because an answer may repeat them: as they are, escaped for
 * an address, a form or JSON, in hexadecimal, or in base64, also in the middle of a longer text in
 * base64. Its time is linear in the text.
 */
final class SecretMask {
    /** Shorter texts are masked only as they are: their encoded forms would be found anywhere. */
    private static final int SHORTEST_ENCODED = 4;

    /** The most of a text that is looked at. */
    private static final int WINDOW = 64 * 1024;

    private static final String NOTHING = "(?!)";

    private final List<String> secrets;
    private @Nullable Pattern forms;

    SecretMask(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
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
            for (int before = 0; before < 3; before++) {
                forms.add(base64(bytes, before));
            }
            forms.add("(?i:" + HexFormat.of().formatHex(bytes) + ")");
        }
        return forms;
    }

    /** The text with each of its characters as it is or escaped. */
    private static String escaped(String text) {
        return text.codePoints().mapToObj(SecretMask::escaped).collect(Collectors.joining());
    }

    private static String escaped(int point) {
        String character = Character.toString(point);
        StringBuilder percent = new StringBuilder();
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            percent.append("%%%02x".formatted(one & 0xff));
        }
        String json =
                character.chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining());
        // The raw character comes last, because an escape may begin with it.
        String alternatives = "(?i:%s|%s)|%s".formatted(percent, json, Pattern.quote(character));
        return switch (character) {
            case " " -> "(?:\\+|" + alternatives + ")";
            case "\"", "\\", "/" -> "(?:\\\\" + Pattern.quote(character) + "|" + alternatives + ")";
            default -> "(?:" + alternatives + ")";
        };
    }

    /**
     * The characters in base64 that only the secret determines, and those around it that it shares
     * with its neighbours.
     *
     * @param before how many bytes precede it in its group of three
     */
    private static String base64(byte[] secret, int before) {
        byte[] bytes = new byte[before + secret.length];
        System.arraycopy(secret, 0, bytes, before, secret.length);
        String whole = Base64.getEncoder().encodeToString(bytes);
        String core = whole.substring((8 * before + 5) / 6, 8 * bytes.length / 6);
        return core.chars()
                .mapToObj(SecretMask::sixBits)
                .collect(
                        Collectors.joining(
                                "",
                                before == 0 ? "" : "[A-Za-z0-9+/_-]?",
                                "(?:[A-Za-z0-9+/_-]?(?:=|%3[dD]){0,2})"));
    }

    private static String sixBits(int character) {
        return switch (character) {
            case '+' -> "(?:-|" + escaped('+') + ")";
            case '/' -> "(?:_|" + escaped('/') + ")";
            default -> Character.toString(character);
        };
    }
}
