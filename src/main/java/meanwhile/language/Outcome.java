package meanwhile.language;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a call ended: with a definite success, a definite refusal, or an unknown effect. */
public sealed interface Outcome {

    /** The operation was acknowledged: it happened. */
    record Accepted(int status, Answer answer) implements Outcome {}

    /**
     * The operation was refused: nothing changed.
     *
     * @param retryAfter how long to wait before a retry; null if the answer does not say
     * @param detail the answer's explanation, shortened; for people
     * @param named the domain's own name for the reason; null if it is one of the known ones
     */
    record Refused(
            int status,
            Refusal why,
            @Nullable Duration retryAfter,
            String detail,
            @Nullable String named)
            implements Outcome {
        public Refused(int status, Refusal why, @Nullable Duration retryAfter, String detail) {
            this(status, why, retryAfter, detail, null);
        }

        /** The reason in words: "is told that it is gone", "is told: sold out". */
        public String reason() {
            return named == null ? why.describe() : "is told: " + named;
        }
    }

    /**
     * An answer that the contract does not allow: a server error, or an answer that does not fit
     * the operation. Whether anything happened is unknown.
     */
    record Broken(int status, String detail) implements Outcome {}

    /** No answer: the operation may have happened, or may happen later. */
    record Unknown(Cause cause, String detail) implements Outcome {}

    /** Why there was no answer. */
    enum Cause {
        /** The time limit ran out. */
        TIMED_OUT,
        /** The connection broke before the whole answer had arrived. */
        DISCONNECTED,
        /** The sender cut the connection on purpose. */
        BROKEN_OFF
    }

    /** Whether the effect is certain. */
    default boolean isDefinite() {
        return this instanceof Accepted || this instanceof Refused;
    }

    /**
     * Whether the outcome says anything about the operation. A caller that is only asked to retry
     * later has changed nothing and learnt nothing.
     */
    default boolean isTold() {
        return isDefinite() && !isRefused(Refusal.MAINTENANCE) && !isRefused(Refusal.THROTTLED);
    }

    /** Whether the operation certainly happened. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /** Whether it was refused for this reason. */
    default boolean isRefused(Refusal reason) {
        return this instanceof Refused refused && refused.why() == reason;
    }

    /**
     * The explanation of a refusal, a broken answer or a missing answer; empty for an acceptance.
     */
    default String detail() {
        return switch (this) {
            case Accepted _ -> "";
            case Refused refused -> refused.detail;
            case Broken broken -> broken.detail;
            case Unknown unknown -> unknown.detail;
        };
    }

    /** Describes the outcome in words: "is told that it is gone". */
    default String describe() {
        return switch (this) {
            case Accepted _ -> "is accepted";
            case Refused refused ->
                    refused.retryAfter() == null
                            ? refused.reason()
                            : refused.reason() + ", for " + refused.retryAfter().toSeconds() + " s";
            case Broken(int status, _) -> "gets a broken answer (" + status + ")";
            case Unknown(Cause cause, _) ->
                    switch (cause) {
                        case TIMED_OUT -> "gets no answer in time";
                        case DISCONNECTED -> "loses the connection";
                        case BROKEN_OFF -> "breaks off";
                    };
        };
    }
}
