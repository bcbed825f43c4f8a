package meanwhile.target;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a profile. It takes time that is linear in the text, whatever the
 * expression and the text are: an answer must not be able to stop a run. Therefore it has neither
 * back-references nor look-around.
 */
public final class LinearPattern {
    private static final int LONGEST = 1_000;

    /** The product of all counts, because nested ones multiply. */
    private static final double MOST_REPETITIONS = 20_000;

    /** The time of a match is that of the text times this size. */
    private static final int LARGEST = 2_000;

    private static final String TOO_LARGE = "its repetitions multiply to too large an expression";

    private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

    /** Cached because each of a profile's few expressions is matched with many answers. */
    private static final Map<String, LinearPattern> KNOWN = new ConcurrentHashMap<>();

    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * The compiled expression.
     *
     * @throws IllegalArgumentException if it is not one, is too large, or has a back-reference or a
     *     look-around; the message says which
     */
    public static LinearPattern of(String regex) {
        return KNOWN.computeIfAbsent(regex, LinearPattern::compiled);
    }

    private static LinearPattern compiled(String regex) {
        if (regex.length() > LONGEST) {
            throw new IllegalArgumentException("longer than %d characters".formatted(LONGEST));
        }
        if (repetitions(regex) > MOST_REPETITIONS) {
            throw new IllegalArgumentException(TOO_LARGE);
        }
        try {
            Pattern pattern = Pattern.compile(regex);
            if (pattern.programSize() > LARGEST) {
                throw new IllegalArgumentException(TOO_LARGE);
            }
            return new LinearPattern(pattern);
        } catch (PatternSyntaxException unsupported) {
            throw new IllegalArgumentException(
                    unsupported.getDescription()
                            + "; back-references, look-around and possessive repetitions are not"
                            + " supported",
                    unsupported);
        }
    }

    private static double repetitions(String regex) {
        double product = 1;
        Matcher counts = COUNT.matcher(regex);
        while (counts.find()) {
            String most = counts.group(2);
            String count = most == null || most.isEmpty() ? counts.group(1) : most;
            product *= Math.max(1, Double.parseDouble(count));
        }
        return product;
    }

    /** Whether the text contains a match. */
    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /**
     * The first group of the first match, or the whole match if there is no group; null if none.
     */
    public @Nullable String firstIn(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(Math.min(1, matcher.groupCount())) : null;
    }
}
