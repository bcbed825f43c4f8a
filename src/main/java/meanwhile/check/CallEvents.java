package meanwhile.check;

import java.util.List;
import meanwhile.history.Call;
import meanwhile.model.Event;
import meanwhile.model.Ruling;

/**
 * Turns the calls of a history into events for a checker of {@code model}, and the checker's ruling
 * on them into a verdict on the calls.
 */
public final class CallEvents {
    private CallEvents() {}

    /**
     * Makes an event of a call that certainly took effect if it was accepted.
     *
     * @param source the call's index in the list that is passed to {@link #verdict}
     * @param op what the call did, as an operation of the checker
     */
    public static <O> Event<O> event(int source, Call call, O op) {
        return event(source, call, op, call.accepted());
    }

    /**
     * Makes an event of a call.
     *
     * @param known whether the event is certain; a refusal may be certain too, as it can show state
     */
    public static <O> Event<O> event(int source, Call call, O op, boolean known) {
        return new Event<>(
                source,
                call.actor().toString(),
                op,
                call.times().begun(),
                call.times().ended(),
                known);
    }

    /**
     * Turns a ruling into a verdict.
     *
     * @param calls the calls; the source of an event is an index into them
     */
    public static Verdict verdict(Ruling<?> ruling, List<Call> calls) {
        return switch (ruling) {
            case Ruling.Legal<?> _ -> Verdict.holds();
            case Ruling.Open<?> open -> new Verdict.Undecided(open.reason());
            case Ruling.Illegal<?> illegal ->
                    Verdict.contradicted(
                            illegal.expected(),
                            illegal.why().stream().map(event -> calls.get(event.source())).toList(),
                            illegal.conclusion());
        };
    }
}
