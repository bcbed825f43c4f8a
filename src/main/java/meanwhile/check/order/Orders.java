package meanwhile.check.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meanwhile.check.Verdict;
import meanwhile.history.Call;

/**
 * What came of the same calls in each order that was tried, one after another. Whether calls at the
 * same moment were atomic is judged by comparison with these, as OCaml's {@code Lin} does for a
 * module in one process (J. Midtgaard and others, Multicore OCaml PBT, 2022).
 */
public final class Orders {
    private final Noise noise = new Noise();
    private final List<PlayResult> results = new ArrayList<>();

    /** Whether the same was said in both, nothing left out: two looks after the same play. */
    public static boolean isSettled(PlayResult one, PlayResult other) {
        return Comparison.whole(new Noise()).differing(one, other).isEmpty();
    }

    /** The places of what differs between two looks after the same play. */
    public static Set<String> moving(PlayResult one, PlayResult other) {
        Noise differing = new Noise();
        differing.learn(one, other);
        return differing.places();
    }

    /** Learns what differs between two plays of one order. */
    public void learn(PlayResult one, PlayResult other) {
        noise.learn(one, other);
    }

    /** Adds what came of the calls in one order. */
    public void add(PlayResult result) {
        results.add(result);
    }

    /**
     * Whether one of the orders explains it.
     *
     * @param open calls of which nobody knows whether they happened
     * @param away calls that may have stayed away: some order without them must explain the rest
     */
    public boolean explain(PlayResult observed, Set<Call> open, Set<Call> away) {
        Comparison comparison = new Comparison(noise, open, away);
        return results.stream().anyMatch(one -> comparison.differing(observed, one).isEmpty());
    }

    /** What differs between two plays of one order. */
    public List<String> differences(PlayResult one, PlayResult other) {
        Comparison comparison = Comparison.whole(noise);
        return comparison.differing(one, other).stream()
                .map(group -> new GroupStory(comparison, group, List.of(one, other)))
                .map(
                        story ->
                                "%s: %s, and another time %s"
                                        .formatted(
                                                story.group(),
                                                story.words(one),
                                                story.words(other)))
                .toList();
    }

    /**
     * The contradiction when no order explains it.
     *
     * @param open calls of which nobody knows whether they happened
     * @param number how many orders were tried
     */
    public Verdict contradicted(PlayResult observed, Set<Call> open, int number) {
        Comparison comparison = new Comparison(noise, open, Set.of());
        return new OrderStory(comparison, observed, results).told(number, noise.words());
    }
}
