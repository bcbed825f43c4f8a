package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.model.Register;

/** Checks what can be asked of any history of a gallery, without knowing its purpose. */
public final class WholeHistory {
    /** No promise at all: only what members see of their own actions is judged. */
    public static final Duration NO_PROMISE = Duration.ofNanos(Long.MAX_VALUE / 4);

    private WholeHistory() {}

    /**
     * Checks that legal orders explain the whole history: each member's own votes, each image's
     * totals, that deleted images stay deleted, and that no two uploads were given the same image.
     * Sound; not complete, as each of these is judged by itself.
     *
     * @param delay the promised delay until others see a change
     */
    public static Verdict explained(History history, Duration delay) {
        if (!history.isEmpty() && isDeclared(history)) {
            return new Verdict.Undecided(
                    "these are operations of a domain that a profile declares; only its own"
                            + " questions judge them");
        }
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(UploadCompletion.distinct(history));
        verdicts.add(OwnVotes.explained(history, Register.BUDGET));
        History settled = history.where(call -> !isUnready(call));
        for (ImageId image : OwnVotes.ready(history)) {
            Verdict totals = VoteTotals.explained(image, settled, delay);
            // A target without totals is judged by everything else.
            verdicts.add(totals instanceof Verdict.NotOffered ? Verdict.holds() : totals);
        }
        for (ImageId image : deleted(history)) {
            verdicts.add(DeletionOutcome.staysGone(image, history, delay));
        }
        return Verdict.worst(verdicts);
    }

    /** Whether all but what accounts need belongs to a declared domain. */
    private static boolean isDeclared(History history) {
        return history.stream()
                .map(Call::operation)
                .allMatch(
                        operation ->
                                operation instanceof Operation.Declared
                                        || operation instanceof Operation.AccountWrite);
    }

    /** While an image is being processed its votes need not count yet. */
    private static boolean isUnready(Call call) {
        Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
        return seen != null && seen.status() != ImageStatus.READY;
    }

    private static Set<ImageId> deleted(History history) {
        Set<ImageId> deleted = new HashSet<>();
        for (Call call : history.of(Operation.DeleteImage.class).calls()) {
            if (call.accepted() && call.operation() instanceof Operation.DeleteImage(ImageId id)) {
                deleted.add(id);
            }
        }
        return deleted;
    }
}
