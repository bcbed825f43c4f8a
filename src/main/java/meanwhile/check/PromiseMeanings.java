package meanwhile.check;

import java.time.Duration;
import java.util.List;
import meanwhile.language.Promises;
import meanwhile.model.Event;

/**
 * Explains what the promises mean, in the words of the living documentation. Each rule is carried
 * out in one place: consistency by {@link Event#lagging}, answers by {@link Answers#definite},
 * latency by {@link Latency#asQuick}, the effect of what was not answered by {@link
 * meanwhile.language.Outcome#isDefinite}.
 *
 * @param rule its name
 * @param words what it says, with the target's own figures
 */
public record PromiseMeanings(String rule, String words) {

    /** The rules for a target that promises this. */
    public static List<PromiseMeanings> of(Promises promises) {
        Promises.Pressure pressure = promises.pressure();
        return List.of(
                new PromiseMeanings(
                        "Consistency",
                        "What somebody did is visible to themselves at once, through every door,"
                                + " and"
                                + " nobody's looks run backwards. Others see it %s, counts follow %s; a"
                                        .formatted(
                                                after(promises.propagation()),
                                                after(promises.totals()))
                                + " look may have begun so much earlier before it is held against"
                                + " anybody. What is read when all is quiet is exact. A right that"
                                + " is taken away is gone at once and everywhere."),
                new PromiseMeanings(
                        "Answers",
                        "Every request is answered within %s. If it is not, although the gallery is"
                                        .formatted(words(promises.answer()))
                                + " there, that breaks the promise of an answer and no other: what"
                                + " was not answered may have happened, and every other check"
                                + " allows for both. An error of the gallery itself is an answer"
                                + " that must never come, and says nothing of what happened."),
                new PromiseMeanings(
                        "Latency",
                        "“As quick” compares two crowds of equal size and pace in one example, on"
                                + " one"
                                + " machine, by their middle answers: the second may take %s times as"
                                        .formatted(number(pressure.factor()))
                                + " long as the first, and what is below %s nobody notices."
                                        .formatted(words(pressure.unnoticed()))
                                + " A crowd that this machine could not send in time is"
                                + " undecided."));
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
