package meanwhile.check.declared;

import java.util.List;
import meanwhile.check.CallEvents;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.model.Event;
import meanwhile.model.Ruling;

/**
 * A fact of a thing, and the looks at it that are to be explained.
 *
 * @param what whose fact it is, in words: "the stock of “Lamp”"
 * @param name its name
 * @param expected what is promised of it, for a contradiction
 * @param looks the looks at it
 * @param delay the nanoseconds by which a look may lag
 * @param budget the number of steps that a search may try
 */
public record LookedAt(
        String what, String name, String expected, List<Call> looks, long delay, long budget) {
    public LookedAt {
        looks = looks.stream().filter(Call::accepted).toList();
    }

    /** A change as an event; its call is added to those that events come from. */
    static <O> Event<O> event(List<Call> calls, Change change, O op) {
        calls.add(change.call());
        return new Event<>(
                calls.size() - 1,
                change.call().actor().toString(),
                op,
                change.begun(),
                change.call().times().ended(),
                change.result() != Change.Result.MAYBE);
    }

    <O> Event<O> look(List<Call> calls, Call look, O op) {
        calls.add(look);
        return CallEvents.event(calls.size() - 1, look, op).lagging(delay);
    }

    Verdict told(Ruling<?> ruling, List<Call> calls) {
        return ruling instanceof Ruling.Illegal<?> illegal
                ? Verdict.contradicted(
                        expected,
                        illegal.why().stream().map(event -> calls.get(event.source())).toList(),
                        illegal.expected())
                : CallEvents.verdict(ruling, calls);
    }
}
