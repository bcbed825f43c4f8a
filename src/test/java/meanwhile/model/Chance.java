package meanwhile.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import meanwhile.oracle.BruteForce;
import org.jspecify.annotations.Nullable;

/**
 * Random small histories. Operations are done one after another on a real object, each inside an
 * interval of its own; some outcomes are then forgotten, and some results are falsified. So about
 * half of the histories are legal, and the others nearly so.
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
    <O> Event<O> event(int source, String process, O op, int moment, boolean known) {
        return new Event<>(
                source, process, op, moment - below(width), moment + below(width), known);
    }

    /**
     * A history of up to seven operations.
     *
     * @param choose an operation to do in a state, with its result there
     * @param step the state after it
     * @param falsify makes an operation with a wrong result
     */
    <O, S> List<Event<O>> history(
            S initial,
            Function<S, O> choose,
            java.util.function.BiFunction<S, O, @Nullable S> step,
            Function<O, O> falsify) {
        List<Event<O>> events = new ArrayList<>();
        S state = initial;
        int count = 2 + below(6);
        int falseOne = below(count);
        int another = below(2 * count);
        for (int i = 0; i < count; i++) {
            O op = choose.apply(state);
            boolean known = !oneIn(5);
            if (known || oneIn(2)) {
                S next = step.apply(state, op);
                state = next == null ? state : next;
            }
            O seen = i == falseOne || i == another ? falsify.apply(op) : op;
            events.add(event(i, "p" + below(2), seen, 2 * i, known));
        }
        return events;
    }

    /** The same history for the oracle. */
    @SuppressWarnings("unchecked") // The oracle hands back only states that it was given.
    static <O, S> List<BruteForce.Deed> deeds(
            List<Event<O>> events, java.util.function.BiFunction<S, O, @Nullable S> step) {
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
