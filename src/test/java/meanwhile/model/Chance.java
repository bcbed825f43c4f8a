package meanwhile.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import meanwhile.oracle.BruteForce;
import org.jspecify.annotations.Nullable;

/**
 * Random small histories. Deeds are done one after another on a real object, each inside an
 * interval of its own; some outcomes are then forgotten, and some of what was seen is falsified. So
 * about half of the histories are legal, and the others nearly so.
 */
public final class Chance {
    private final SplittableRandom random;
    private final int width;

    public Chance(long seed) {
        random = new SplittableRandom(seed);
        width = 1 + below(6);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** An interval around a moment; moments are small, so that ends often coincide. */
    <A> Event<A> event(int source, String process, A op, int moment, boolean known) {
        return new Event<>(
                source, process, op, moment - below(width), moment + below(width), known);
    }

    /**
     * A history of up to seven acts.
     *
     * @param choose an act to do in a state, with what it sees there
     * @param step the state after it
     * @param falsify what it might wrongly have seen
     */
    <A, S> List<Event<A>> history(
            S initial,
            Function<S, A> choose,
            java.util.function.BiFunction<S, A, @Nullable S> step,
            Function<A, A> falsify) {
        List<Event<A>> events = new ArrayList<>();
        S state = initial;
        int count = 2 + below(6);
        int falseOne = below(count);
        int another = below(2 * count);
        for (int i = 0; i < count; i++) {
            A op = choose.apply(state);
            boolean known = !oneIn(5);
            if (known || oneIn(2)) {
                S next = step.apply(state, op);
                state = next == null ? state : next;
            }
            A seen = i == falseOne || i == another ? falsify.apply(op) : op;
            events.add(event(i, "p" + below(2), seen, 2 * i, known));
        }
        return events;
    }

    /** The same history for the oracle. */
    @SuppressWarnings("unchecked") // the oracle hands back only states that it was given
    static <A, S> List<BruteForce.Deed> deeds(
            List<Event<A>> events, java.util.function.BiFunction<S, A, @Nullable S> step) {
        return events.stream()
                .map(
                        event ->
                                new BruteForce.Deed(
                                        event.begun(),
                                        event.ended(),
                                        event.known(),
                                        state -> step.apply((S) state, event.op())))
                .toList();
    }
}
