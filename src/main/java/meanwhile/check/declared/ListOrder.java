package meanwhile.check.declared;

import java.util.ArrayList;
import java.util.List;
import meanwhile.check.CallEvents;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.model.Event;
import meanwhile.model.Sequence;
import meanwhile.model.Snapshots;

/**
 * Checks that a list shows what deeds added in the order in which they were done: where one was
 * accepted before another was sent, no look shows the later one first.
 */
public final class ListOrder {
    private ListOrder() {}

    /**
     * Checks all looks.
     *
     * @param what whose list it is, in words: "the bookings of “Hamlet”"
     * @param list the name of the list, which shows what the deeds' answers call {@code id}
     */
    public static Verdict of(String what, String list, Deeds deeds, List<Call> looks) {
        List<Call> calls = new ArrayList<>();
        List<Event<Snapshots.Op>> events = new ArrayList<>();
        for (Call look : looks) {
            Answer.DeclaredSeen seen = look.answer(Answer.DeclaredSeen.class);
            if (seen != null && seen.lists().containsKey(list)) {
                List<String> shown = seen.lists().getOrDefault(list, List.of());
                events.add(CallEvents.event(calls.size(), look, new Snapshots.Read(shown)));
                calls.add(look);
            }
        }
        if (calls.isEmpty()) {
            return new Verdict.Undecided("%s could not be read".formatted(what));
        }
        for (Call deed : deeds.accepted()) {
            String id = DeedFacts.told(deed).get("id");
            if (id == null) {
                return new Verdict.Undecided("a %s does not tell its id".formatted(deeds.noun()));
            }
            events.add(CallEvents.event(calls.size(), deed, new Snapshots.Add(id)));
            calls.add(deed);
        }
        return CallEvents.verdict(Sequence.check(events), calls);
    }
}
