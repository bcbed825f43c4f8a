package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;

/**
 * The resources that the gallery held open before the examples.
 *
 * @param doors what the node behind each address held; empty if the target does not say
 */
public record Baseline(List<Answer.MetricsSeen> doors) {
    public Baseline {
        doors = List.copyOf(doors);
    }

    /** Asks at each address. */
    public static Baseline measure(RunContext run) {
        List<Answer.MetricsSeen> seen = new ArrayList<>();
        run.gallery().rest();
        for (int door = 0; door < run.doors(); door++) {
            Gallery.Sender visitor = new Gallery.Sender(door, null);
            try {
                if (run.gallery().send(visitor, new Operation.ReadMetrics()).outcome()
                        instanceof Outcome.Accepted(_, Answer.MetricsSeen metrics)) {
                    seen.add(metrics);
                }
            } catch (NotOffered none) {
                return new Baseline(List.of());
            }
        }
        return new Baseline(seen);
    }
}
