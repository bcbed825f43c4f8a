package meanwhile.driver;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.target.Profile.RateHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an answer how long to wait before a retry. {@code Retry-After} of RFC 9110 comes
 * first, then the headers of the target's dialect: draft-ietf-httpapi-ratelimit-headers-10, its
 * drafts up to -06, the customary {@code X-RateLimit-*}, or those of The Cat API.
 */
final class RetryAdvice {
    private static final Pattern DRAFT_10 = Pattern.compile(";\\s*t=(\\d{1,15})(?!\\d)");

    /** A number of seconds above this is a time since 1970 and not a duration. */
    private static final long EPOCH = 1_000_000_000L;

    private RetryAdvice() {}

    /** How long to wait; null if the answer does not say. */
    static @Nullable Duration wait(Response response, @Nullable RateHeaders dialect, Instant now) {
        Duration standard = secondsOrDate(response.header("Retry-After"), now);
        if (standard != null || dialect == null) {
            return standard;
        }
        return switch (dialect) {
            case DRAFT_10 -> draft10(response.header("RateLimit"));
            case DRAFT_06 -> secondsOrDate(response.header("RateLimit-Reset"), now);
            case X_RATELIMIT -> secondsOrDate(response.header("X-RateLimit-Reset"), now);
            case CAT_API -> {
                Duration seconds = secondsOrDate(response.header("Retry-After-Seconds"), now);
                yield seconds != null
                        ? seconds
                        : secondsOrDate(response.header("RateLimit-Reset"), now);
            }
        };
    }

    private static @Nullable Duration draft10(@Nullable String header) {
        Matcher matcher = DRAFT_10.matcher(header == null ? "" : header);
        return matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : null;
    }

    /**
     * Whole seconds, rounded up, because a retry that comes only slightly too early is still too
     * early.
     */
    private static @Nullable Duration secondsOrDate(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        String value = text.strip();
        if (value.matches("\\d{1,15}(\\.\\d+)?")) {
            double seconds = Double.parseDouble(value);
            return seconds >= EPOCH
                    ? until(Instant.ofEpochSecond((long) Math.ceil(seconds)), now)
                    : Duration.ofSeconds((long) Math.ceil(seconds));
        }
        try {
            return until(
                    value.contains("T") && !value.endsWith("GMT")
                            ? ZonedDateTime.parse(value).toInstant()
                            : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)),
                    now);
        } catch (DateTimeException neither) {
            return null;
        }
    }

    private static Duration until(Instant moment, Instant now) {
        Duration wait = Duration.between(now, moment);
        return wait.isNegative()
                ? Duration.ZERO
                : Duration.ofSeconds(wait.plusMillis(999).toSeconds());
    }
}
