package meanwhile.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import meanwhile.history.Call;

/** Says how a question about a history was decided. */
public sealed interface Verdict {

    /** Some legal order explains every call. */
    record Holds() implements Verdict {}

    /** No legal order explains them; the counter-example shows why. */
    record Contradicted(CounterExample why) implements Verdict {}

    /** It cannot be decided; a doubt is never counted as a pass. */
    record Undecided(String reason) implements Verdict {}

    /** The target does not offer what the question needs. */
    record NotOffered(String reason) implements Verdict {}

    /** Nothing contradicts it. */
    static Verdict holds() {
        return new Holds();
    }

    /** These calls contradict it; see {@link CounterExample} for the texts. */
    static Verdict contradicted(String expected, List<Call> calls, String conclusion) {
        return new Contradicted(new CounterExample(expected, calls, conclusion));
    }

    /** The verdict's word in the interfaces. */
    default String word() {
        return switch (this) {
            case Holds _ -> "holds";
            case Contradicted _ -> "contradicted";
            case Undecided _ -> "undecided";
            case NotOffered _ -> "not offered";
        };
    }

    private int weight() {
        return switch (this) {
            case Holds _ -> 0;
            case NotOffered _ -> 1;
            case Undecided _ -> 2;
            case Contradicted _ -> 3;
        };
    }

    /** The worst of several: contradicted beats undecided beats not offered beats holds. */
    static Verdict worst(Collection<? extends Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict.class::cast)
                .max(Comparator.comparingInt(Verdict::weight))
                .orElseGet(Verdict::holds);
    }
}
