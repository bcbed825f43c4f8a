package meanwhile.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.model.Event;
import meanwhile.model.Sequence;
import meanwhile.model.Snapshots;

/**
 * Checks by {@link Sequence} that a member's vote history, read in one page, shows first votes in
 * the order in which they were sent. Members who vote twice on an image are not judged: galleries
 * differ in where a changed vote stands in the history.
 */
public final class VoteOrder {
    private VoteOrder() {}

    /** The member's votes in this history, against the order that the member's lists show. */
    public static Verdict asSent(String member, History history) {
        List<Event<Snapshots.Op>> events = new ArrayList<>();
        Set<String> voted = new HashSet<>();
        List<Call> calls = history.calls();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (!call.actor().member().equals(member) || !call.possible()) {
                continue;
            }
            if (call.operation() instanceof Operation.CastVote vote) {
                if (!voted.add(vote.image().value())) {
                    return new Verdict.Undecided("somebody voted twice on one image");
                }
                events.add(CallEvents.event(i, call, new Snapshots.Add(vote.image().value())));
            }
            Answer.VotesListed listed = call.answer(Answer.VotesListed.class);
            if (listed != null && listed.next() == null) {
                List<String> shown =
                        listed.votes().stream().map(vote -> vote.image().value()).toList();
                events.add(CallEvents.event(i, call, new Snapshots.Read(shown)));
            }
        }
        return CallEvents.verdict(Sequence.check(events), calls);
    }
}
