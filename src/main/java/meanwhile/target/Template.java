package meanwhile.target;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts with placeholders: {@code {image}}, a sum {@code {up + 1}} or {@code {up - down-vote}}, and
 * {@code {image:number}} for a value that must be a number in JSON, or {@code {up + 1:text}} for
 * one that must be a text.
 */
public final class Template {
    private static final String NAME = "[a-z0-9][a-z0-9-]*";
    private static final Pattern GAP =
            Pattern.compile("\\{(" + NAME + ")(?: ([+-]) (" + NAME + "))?(?::(number|text))?}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private Template() {}

    /**
     * The names of a text's placeholders, cached because each of a profile's few texts is filled
     * for many calls.
     */
    public static Set<String> names(String text) {
        return KNOWN.computeIfAbsent(text, Template::read);
    }

    private static Set<String> read(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (MatchResult gap : GAP.matcher(text).results().toList()) {
            for (String name : new String[] {gap.group(1), gap.group(3)}) {
                if (name != null && !DIGITS.matcher(name).matches()) {
                    names.add(name);
                }
            }
        }
        return Collections.unmodifiableSet(names);
    }

    /**
     * The text with its placeholders filled; null if a value is missing. A text that is a single
     * placeholder keeps the value's type.
     *
     * @throws IllegalArgumentException if a value should be a number and is not
     */
    public static @Nullable Object fill(String text, Map<String, Object> values) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        if (!values.keySet().containsAll(names(text))) {
            return null;
        }
        Matcher gaps = GAP.matcher(text);
        if (gaps.matches()) {
            return value(gaps.toMatchResult(), values);
        }
        return gaps.replaceAll(gap -> Matcher.quoteReplacement(String.valueOf(value(gap, values))));
    }

    private static Object value(MatchResult gap, Map<String, Object> values) {
        Object value = gap.group(2) == null ? raw(gap.group(1), values) : sum(gap, values);
        return switch (gap.group(4)) {
            case "number" -> anyNumber(gap.group(1), value);
            case "text" -> String.valueOf(value);
            case null, default -> value;
        };
    }

    private static long sum(MatchResult gap, Map<String, Object> values) {
        long left = number(gap.group(1), values);
        long right = number(gap.group(3), values);
        return gap.group(2).equals("+") ? left + right : left - right;
    }

    private static Object raw(String name, Map<String, Object> values) {
        Object value = DIGITS.matcher(name).matches() ? name : values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("unknown name " + name);
        }
        return value;
    }

    /** A whole number, or one with a fraction just as it was said: 12.50. */
    private static Number anyNumber(String name, Object value) {
        String text = String.valueOf(value);
        try {
            return WHOLE.matcher(text).matches()
                    ? (Number) Long.valueOf(text)
                    : new BigDecimal(text);
        } catch (NumberFormatException word) {
            throw new IllegalArgumentException(
                    "{%s} should be a number and is “%s”".formatted(name, text), word);
        }
    }

    private static long number(String name, Map<String, Object> values) {
        String text = String.valueOf(raw(name, values));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException word) {
            throw new IllegalArgumentException(
                    "{%s} should be a whole number and is “%s”".formatted(name, text), word);
        }
    }
}
