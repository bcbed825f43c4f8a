package meanwhile.model;

import java.util.List;
import java.util.function.Function;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.history.Call;

/**
 * What a general checker says of a list of events.
 *
 * @param <A> what can be done
 */
public sealed interface Ruling<A> {

    /**
     * Some order explains all events, or, for a checker that says that it is incomplete, none was
     * found that does not.
     */
    record Legal<A>() implements Ruling<A> {}

    /**
     * No order does.
     *
     * @param why the fewest events that show it
     * @param expected what should have been, and what was
     * @param conclusion why no order explains them
     */
    record Illegal<A>(List<Event<A>> why, String expected, String conclusion) implements Ruling<A> {
        public Illegal {
            why = Event.inOrder(why);
        }
    }

    /** The checker gave up. */
    record Open<A>(String reason) implements Ruling<A> {}

    /** The verdict on a history whose call number i is the source i of an event. */
    default Verdict on(List<Call> calls) {
        return switch (this) {
            case Legal<A> _ -> Verdict.holds();
            case Open<A>(String reason) -> new Verdict.Undecided(reason);
            case Illegal<A>(List<Event<A>> why, String expected, String conclusion) ->
                    new Verdict.Contradicted(
                            new CounterExample(
                                    expected,
                                    why.stream().map(event -> calls.get(event.source())).toList(),
                                    conclusion));
        };
    }

    /** The same about the acts from which these were made. */
    default <B> Ruling<B> about(Function<Event<A>, Event<B>> origin) {
        return switch (this) {
            case Legal<A> _ -> new Legal<>();
            case Open<A>(String reason) -> new Open<>(reason);
            case Illegal<A>(List<Event<A>> why, String expected, String conclusion) ->
                    new Illegal<>(why.stream().map(origin).toList(), expected, conclusion);
        };
    }
}
