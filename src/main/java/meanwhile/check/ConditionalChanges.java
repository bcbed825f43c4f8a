package meanwhile.check;

import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;

/**
 * Checks that a change meant for one version or state of an image does not take effect in another.
 */
public final class ConditionalChanges {
    private static final Verdict NONE =
            new Verdict.Undecided("nobody sent a change that names a version");

    private ConditionalChanges() {}

    /**
     * Checks that of several changes that all name the same version at most one is accepted; the
     * others are told that the image has changed.
     */
    public static Verdict atMostOne(History changes) {
        List<Call> accepted = changes.where(Call::accepted).calls();
        if (accepted.size() > 1) {
            return Verdict.contradicted(
                    "Expected at most one change of this version to be accepted, saw "
                            + accepted.size(),
                    accepted.subList(0, 2),
                    "After the first the version was outdated");
        }
        Verdict told =
                Answers.told(
                        changes.calls(),
                        "that it has changed meanwhile",
                        call -> call.outcome().isRefused(Refusal.STALE));
        if (!(told instanceof Verdict.Holds)) {
            return told;
        }
        if (changes.isEmpty()) {
            return NONE;
        }
        boolean certain = changes.stream().allMatch(call -> call.outcome().isTold());
        if (accepted.isEmpty() && certain) {
            return Verdict.contradicted(
                    "Expected one change to be accepted, saw none",
                    changes.calls(),
                    "Nothing else had changed it");
        }
        return Verdict.holds();
    }

    /**
     * Checks that each of these changes, which name an outdated version, is told so and not
     * accepted.
     */
    public static Verdict refusedAsPassed(History changes) {
        if (changes.isEmpty()) {
            return NONE;
        }
        List<Call> open = changes.stream().filter(call -> !call.outcome().isTold()).toList();
        if (!open.isEmpty()) {
            return new Verdict.Undecided(
                    "not every change was answered: " + SeenOperations.outcomes(open));
        }
        for (Call call : changes.calls()) {
            if (!call.outcome().isRefused(Refusal.STALE)) {
                return Verdict.contradicted(
                        "Expected to be told that it has changed meanwhile",
                        List.of(call),
                        "The version that it names was outdated before it was sent");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that votes on an image whose processing has failed are refused for good, not as too
     * early.
     */
    public static Verdict refusedForGood(ImageId image, List<Call> votes, History history) {
        if (votes.isEmpty()) {
            return new Verdict.Undecided("nobody voted");
        }
        if (UploadCompletion.statuses(history).get(image) != ImageStatus.FAILED) {
            return new Verdict.Undecided("the image was not seen as failed");
        }
        for (Call vote : votes) {
            if (vote.accepted() || vote.outcome().isRefused(Refusal.NOT_READY)) {
                return Verdict.contradicted(
                        vote.accepted()
                                ? "Expected the vote to be refused, it was accepted"
                                : "Expected the vote to be refused for good, was asked to wait",
                        List.of(vote),
                        "The image had turned out to be damaged");
            }
        }
        return votes.stream().allMatch(vote -> vote.outcome().isTold())
                ? Verdict.holds()
                : new Verdict.Undecided("the gallery did not answer");
    }

    /** Checks that no list of votes that was read at the end has a vote on the image. */
    public static Verdict nobodyHolds(ImageId image, History history) {
        List<Call> lists = history.in(Phase.THEN).of(Operation.ListVotes.class).calls();
        boolean read = !lists.isEmpty();
        for (Call list : lists) {
            Answer.VotesListed listed = list.answer(Answer.VotesListed.class);
            read &= listed != null;
            if (listed != null
                    && listed.votes().stream().anyMatch(vote -> vote.image().equals(image))) {
                return Verdict.contradicted(
                        "Expected no vote on this image to stay behind, saw one",
                        List.of(list),
                        "There is no image that it could count for");
            }
        }
        return read ? Verdict.holds() : new Verdict.Undecided("a list of votes could not be read");
    }
}
