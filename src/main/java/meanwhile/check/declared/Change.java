package meanwhile.check.declared;

import meanwhile.history.Call;
import meanwhile.language.EffectWay;
import org.jspecify.annotations.Nullable;

/**
 * What a deed did to a fact of a thing, or may have done.
 *
 * @param way what it did
 * @param operand with what: an amount, a value or an element; null if nobody was told
 * @param expected what the fact had to be before; null if nothing
 * @param result whether it happened
 * @param call the call
 * @param begun when it began, or an earlier call that did the same
 */
public record Change(
        EffectWay way,
        @Nullable String operand,
        @Nullable String expected,
        Result result,
        Call call,
        long begun) {
    /** The same, if it is not known to have happened. */
    Change maybe() {
        return new Change(way, operand, expected, Result.MAYBE, call, begun);
    }

    /** Whether a change happened. */
    public enum Result {
        /** It certainly happened. */
        DONE,
        /** It may have happened. */
        MAYBE,
        /** It was refused because the fact was not as expected. */
        MISSED
    }
}
