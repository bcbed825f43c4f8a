package meanwhile.check.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meanwhile.check.CallEvents;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Refusal;
import meanwhile.model.Event;
import meanwhile.model.Register;
import meanwhile.model.Ruling;

/**
 * Checks that some order of what was done explains whether a thing is there: what was taken away
 * stays away, and what nobody took away is there.
 *
 * @param expected what is promised, for a contradiction
 * @param looks the looks at it; one that is told that it is not there is a look, too
 * @param delay the nanoseconds by which a look may lag
 * @param budget the number of steps that a search may try
 */
public record Existence(String expected, List<Call> looks, long delay, long budget) {
    private static final Set<Refusal> NOT_THERE = Set.of(Refusal.GONE, Refusal.NEVER_KNOWN);
    private static final String THERE = "there";
    private static final String GONE = "gone";

    public Existence {
        looks = looks.stream().filter(look -> look.accepted() || isToldGone(look)).toList();
    }

    /** Whether a look is told that there is no such thing. */
    public static boolean isToldGone(Call look) {
        return NOT_THERE.stream().anyMatch(look.outcome()::isRefused);
    }

    /** Checks it. */
    public Verdict of(Changes changes) {
        List<Call> calls = new ArrayList<>();
        List<Event<Register.Op>> events = new ArrayList<>();
        for (Change change : changes.all()) {
            events.add(LookedAt.event(calls, change, new Register.Write(GONE)));
        }
        for (Call look : looks) {
            calls.add(look);
            events.add(
                    CallEvents.<Register.Op>event(
                                    calls.size() - 1,
                                    look,
                                    new Register.Read(look.accepted() ? THERE : GONE),
                                    true)
                            .lagging(delay));
        }
        Ruling<Register.Op> ruling = Register.check(events, THERE, budget);
        return ruling instanceof Ruling.Illegal<Register.Op> illegal
                ? Verdict.contradicted(
                        expected,
                        illegal.why().stream().map(event -> calls.get(event.source())).toList(),
                        changes.all().isEmpty()
                                ? "Nobody took it away"
                                : "It had been taken away, and nothing brings it back")
                : CallEvents.verdict(ruling, calls);
    }
}
