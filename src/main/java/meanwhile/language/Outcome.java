package meanwhile.language;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended. A definite success, a definite refusal, or something whose effect is unknown.
 */
public sealed interface Outcome {

    /** Acknowledged: it happened. */
    record Accepted(int status, Answer answer) implements Outcome {}

    /**
     * Refused: nothing changed.
     *
     * @param retryAfter when to come back, where the answer says
     * @param detail what the answer said of it, shortened; for people
     */
    record Refused(int status, Refusal why, @Nullable Duration retryAfter, String detail)
            implements Outcome {}

    /**
     * An answer that the contract does not allow: a server error, or one that does not fit. Whether
     * anything happened is unknown.
     */
    record Broken(int status, String detail) implements Outcome {}

    /** No answer: it may have happened, or may yet. */
    record Unknown(Cause cause, String detail) implements Outcome {}

    /** Why there was no answer. */
    enum Cause {
        /** The time limit ran out. */
        TIMED_OUT,
        /** The connection broke before the whole answer was there. */
        DISCONNECTED,
        /** The sender broke it off on purpose. */
        BROKEN_OFF
    }

    /** Whether the effect is certain. */
    default boolean isDefinite() {
        return this instanceof Accepted || this instanceof Refused;
    }

    /**
     * Whether it says anything of what was asked. Who is only asked to come back later has changed
     * nothing, and has learnt nothing either.
     */
    default boolean isTold() {
        return isDefinite() && !isRefused(Refusal.MAINTENANCE) && !isRefused(Refusal.THROTTLED);
    }

    /** Whether it certainly happened. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /** Whether it was refused for this reason. */
    default boolean isRefused(Refusal reason) {
        return this instanceof Refused refused && refused.why() == reason;
    }

    /** What the answer, or the lack of one, said of itself; empty for an acceptance. */
    default String detail() {
        return switch (this) {
            case Accepted _ -> "";
            case Refused refused -> refused.detail;
            case Broken broken -> broken.detail;
            case Unknown unknown -> unknown.detail;
        };
    }

    /** The outcome as a story tells it: "is told that it is gone". */
    default String describe() {
        return switch (this) {
            case Accepted _ -> "is accepted";
            case Refused(_, Refusal why, Duration wait, _) ->
                    wait == null
                            ? why.describe()
                            : why.describe() + ", for " + wait.toSeconds() + " s";
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
