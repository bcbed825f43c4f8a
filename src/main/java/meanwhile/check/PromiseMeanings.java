package meanwhile.check;

import java.time.Duration;
import java.util.List;
import meanwhile.language.Promises;
import meanwhile.model.Event;

/**
 * Explains what the promises mean, in the words of the living documentation. Each rule is
 * implemented in one place: consistency by {@link Event#lagging}, answers by {@link
 * Answers#definite}, latency by {@link Latency#asQuick}, the effect of unanswered calls by {@link
 * meanwhile.language.Outcome#isDefinite}.
 *
 * @param rule its name
 * @param words what it says, with the target's own figures
 */
public record PromiseMeanings(String rule, String words) {

    /** The rules for a target with these promises. */
    public static List<PromiseMeanings> of(Promises promises) {
        Promises.Pressure pressure = promises.pressure();
        return List.of(
                new PromiseMeanings(
                        "Consistency",
                        ("A member's action is visible to that member at once, through every door,"
                             + " and no session's reads run backwards. Others see it %s, counts"
                             + " follow %s; a read is judged as if it had begun that much earlier."
                             + " Reads made when all is quiet are exact. A right that is taken away"
                             + " is gone at once and everywhere.")
                                .formatted(
                                        after(promises.propagation()), after(promises.totals()))),
                new PromiseMeanings(
                        "Answers",
                        ("Every request is answered within %s. If it is not, although the server is"
                             + " there, that breaks the promise of an answer and no other: an"
                             + " unanswered call may have taken effect or not, and every other"
                             + " check allows for both. A server error is an answer that must never"
                             + " come, and leaves open whether the call took effect.")
                                .formatted(words(promises.answer()))),
                new PromiseMeanings(
                        "Latency",
                        ("“As quick” compares the median latencies of two crowds of equal size and"
                             + " pace in one example, on one machine: the second may take %s times"
                             + " as long as the first, and a latency below %s is always accepted."
                             + " If this machine could not send a crowd in time, the verdict is"
                             + " undecided.")
                                .formatted(
                                        number(pressure.factor()), words(pressure.unnoticed()))));
    }

    private static String after(Duration delay) {
        return delay.isZero() ? "at once" : "within " + words(delay);
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static String number(double factor) {
        return factor == Math.rint(factor) ? String.valueOf((long) factor) : String.valueOf(factor);
    }
}
