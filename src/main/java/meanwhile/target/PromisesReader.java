package meanwhile.target;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.language.Promises;
import org.jspecify.annotations.Nullable;

/** Reads a target's promises; missing ones have their defaults. */
final class PromisesReader {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|min)");
    private static final List<String> KNOWN =
            List.of(
                    "answer",
                    "processing",
                    "propagation",
                    "totals",
                    "latency-factor",
                    "unnoticed",
                    "refusal",
                    "recovery");

    private final Map<String, Entry> fields;

    PromisesReader(@Nullable Entry entry) {
        fields = entry == null ? Map.of() : entry.fields(KNOWN);
    }

    Promises read() {
        Promises.Pressure usual = Promises.Pressure.USUAL;
        return new Promises(
                duration("answer", Duration.ofSeconds(10)),
                duration("processing", Duration.ofSeconds(5)),
                duration("propagation", Duration.ofSeconds(1)),
                duration("totals", Duration.ofSeconds(1)),
                new Promises.Pressure(
                        factor(usual.factor()),
                        duration("unnoticed", usual.unnoticed()),
                        duration("refusal", usual.refusal()),
                        duration("recovery", usual.recovery())));
    }

    private double factor(double fallback) {
        Entry entry = fields.get("latency-factor");
        if (entry == null) {
            return fallback;
        }
        if (!entry.text().matches("\\d{1,6}(\\.\\d{1,6})?")
                || Double.parseDouble(entry.text()) < 1) {
            throw entry.wrong("numbers of at least 1");
        }
        return Double.parseDouble(entry.text());
    }

    private Duration duration(String key, Duration fallback) {
        Entry entry = fields.get(key);
        if (entry == null) {
            return fallback;
        }
        Matcher matcher = DURATION.matcher(entry.text());
        if (!matcher.matches()) {
            throw entry.wrong("durations like 500 ms, 10 s, 2 min");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}
