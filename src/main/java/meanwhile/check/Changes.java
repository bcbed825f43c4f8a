package meanwhile.check;

import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/** Changes that are meant for one state of things, and must not happen in another. */
public final class Changes {
    private Changes() {}

    /**
     * Of several changes that all name the same version at most one is accepted; whoever is refused
     * is told that it has changed.
     */
    public static Verdict atMostOne(History changes) {
        List<Call> accepted = changes.where(Call::accepted).calls();
        if (accepted.size() > 1) {
            return contradicted(
                    "Expected at most one change of this version to be accepted, saw "
                            + accepted.size(),
                    accepted.subList(0, 2),
                    "After the first the version had passed");
        }
        for (Call call : changes.calls()) {
            if (call.outcome() instanceof Outcome.Refused refused
                    && refused.why() != Refusal.STALE) {
                return contradicted(
                        "Expected to be told that it has changed meanwhile",
                        List.of(call),
                        "It was refused for another reason");
            }
        }
        boolean certain = changes.stream().allMatch(call -> call.outcome().isDefinite());
        if (accepted.isEmpty() && certain && !changes.isEmpty()) {
            return contradicted(
                    "Expected one change to be accepted, saw none",
                    changes.calls(),
                    "Nothing else had changed it");
        }
        return Verdict.holds();
    }

    /** The last attempt was refused, and not merely for being early. */
    public static Verdict lastRefusedForGood(History attempts) {
        if (attempts.isEmpty()) {
            return new Verdict.Undecided("nothing was attempted");
        }
        Call last = attempts.calls().getLast();
        if (last.accepted()) {
            return contradicted(
                    "Expected the vote to be refused, it was accepted",
                    List.of(last),
                    "The image turned out to be damaged");
        }
        return last.outcome().isRefused(Refusal.NOT_READY) || !last.outcome().isDefinite()
                ? new Verdict.Undecided("the gallery did not decide in time")
                : Verdict.holds();
    }

    /** No list of votes that was read in the end has one on the image. */
    public static Verdict nobodyHolds(ImageId image, History history) {
        for (Call list : history.in(Phase.THEN).of(Operation.ListVotes.class).calls()) {
            Answer.VotesListed listed = list.answer(Answer.VotesListed.class);
            if (listed != null
                    && listed.votes().stream().anyMatch(vote -> vote.image().equals(image))) {
                return contradicted(
                        "Expected no vote on this image to stay behind, saw one",
                        List.of(list),
                        "There is no image that it could count for");
            }
        }
        return Verdict.holds();
    }

    private static Verdict contradicted(String expected, List<Call> calls, String conclusion) {
        return new Verdict.Contradicted(new CounterExample(expected, calls, conclusion));
    }
}
