package meanwhile.driver;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The facts of accepted answers that repeat a secret. Everybody who sees such a fact sees the same
 * masked text in its place, another one than in the place of any other fact, so facts compare as
 * they would without masks. An identifier is sent back as it was.
 */
final class MaskedFacts {
    private final Map<String, String> shown = new ConcurrentHashMap<>();
    private final Map<String, String> hidden = new ConcurrentHashMap<>();

    /** Shows facts without these secrets. */
    UnaryOperator<String> with(SecretMask mask) {
        SecretMask facts = mask.ofFacts();
        return fact -> {
            // Another session may know a secret of which this one knows nothing.
            String known = shown.get(fact);
            return known == null ? shown(fact, facts.masked(fact)) : known;
        };
    }

    private String shown(String fact, String masked) {
        return masked.equals(fact) ? fact : shown.computeIfAbsent(fact, _ -> unique(fact, masked));
    }

    private String unique(String fact, String masked) {
        String candidate = masked;
        for (int i = 2; hidden.putIfAbsent(candidate, fact) != null; i++) {
            candidate = masked + " (" + i + ")";
        }
        return candidate;
    }

    /** The parameters of a request with identifiers as the target knows them. */
    Map<String, Object> sent(Map<String, Object> parameters) {
        Map<String, Object> sent = new HashMap<>(parameters);
        sent.replaceAll(
                (_, value) ->
                        value instanceof String text ? hidden.getOrDefault(text, text) : value);
        return sent;
    }
}
