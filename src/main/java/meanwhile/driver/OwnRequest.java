package meanwhile.driver;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.target.Binding;
import org.jspecify.annotations.Nullable;

/**
 * What a step of a team's own says of a request that it makes with REST Assured: its name, and what
 * its answers mean.
 *
 * @param name stands for all requests of its kind
 * @param said what is said of who makes it: "adds a line"
 * @param values what it is about, by name
 * @param accepted the statuses of an acceptance; empty for any 2xx
 * @param refused the reasons that statuses stand for, beside those of the profile
 * @param answer the places of the answer's facts, by their names
 */
public record OwnRequest(
        String name,
        String said,
        Map<String, String> values,
        List<Integer> accepted,
        Map<Integer, String> refused,
        Map<String, String> answer) {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<Integer> SUCCESSES = IntStream.range(200, 300).boxed().toList();
    private static final int REQUEST_TIMEOUT = 408;

    /** The operation that a request of this method is. */
    Operation operation(String method) {
        return READS.contains(method)
                ? new Operation.DeclaredRead(name, said, values)
                : new Operation.DeclaredWrite(name, said, values);
    }

    /** How the answer is read. */
    Binding.Request binding(String method) {
        return new Binding.Request(
                null,
                method,
                "",
                Map.of(),
                true,
                Map.of(),
                new Binding.NoBody(),
                accepted.isEmpty() ? SUCCESSES : accepted,
                answer);
    }

    /** The refusal that the step's own table has for a status; null if it has none. */
    @Nullable Outcome refusal(int status, Outcome asRead) {
        String reason = refused.get(status);
        return reason == null ? null : refusal(status, asRead, reason);
    }

    private static Outcome refusal(int status, Outcome asRead, String reason) {
        for (Refusal known : Refusal.values()) {
            if (known.key().replace('-', ' ').equals(reason)) {
                return new Outcome.Refused(status, known, null, asRead.detail());
            }
        }
        return new Outcome.Refused(status, Refusal.OTHER, null, asRead.detail(), reason);
    }

    /**
     * What HTTP says of a status of which neither the step nor the profile says anything: 4xx is a
     * refusal, and everything else is broken.
     */
    Outcome byHttp(Outcome asRead) {
        return asRead instanceof Outcome.Broken(int status, String detail)
                        && status / 100 == 4
                        && status != REQUEST_TIMEOUT
                        && !accepted.contains(status)
                ? new Outcome.Refused(status, meaning(status), null, detail)
                : asRead;
    }

    private static Refusal meaning(int status) {
        return switch (status) {
            case 401 -> Refusal.NOT_SIGNED_IN;
            case 403 -> Refusal.FORBIDDEN;
            case 404 -> Refusal.NEVER_KNOWN;
            case 410 -> Refusal.GONE;
            case 412 -> Refusal.STALE;
            case 413 -> Refusal.TOO_LARGE;
            case 415 -> Refusal.UNSUPPORTED;
            case 400, 422 -> Refusal.INVALID;
            case 429 -> Refusal.THROTTLED;
            default -> Refusal.OTHER;
        };
    }
}
