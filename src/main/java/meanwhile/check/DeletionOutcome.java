package meanwhile.check;

import java.time.Duration;
import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;

/** Checks that a deleted image stays deleted, and that it is deleted only once. */
public final class DeletionOutcome {
    private DeletionOutcome() {}

    /**
     * Checks that the image is not seen after an acknowledged deletion: not by the member who
     * deleted it, and after the promised delay by no one.
     */
    public static Verdict staysGone(ImageId image, History history, Duration delay) {
        List<Call> deletions = Deletions.acknowledged(image, history);
        if (deletions.isEmpty()) {
            return new Verdict.Undecided("no deletion was acknowledged");
        }
        for (Call deletion : deletions) {
            for (Call later : history.calls()) {
                long allowance =
                        later.actor().member().equals(deletion.actor().member())
                                ? 0
                                : delay.toNanos();
                if (later.times().begun() > deletion.times().ended() + allowance
                        && shows(later, image)) {
                    return Verdict.contradicted(
                            "Expected the image to be gone, saw it again",
                            List.of(deletion, later),
                            "Its deletion had been confirmed before");
                }
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that exactly one deletion of the image succeeded, and that the others were told that
     * it is gone.
     */
    public static Verdict exactlyOnce(ImageId image, History history) {
        List<Call> accepted = Deletions.acknowledged(image, history);
        List<Call> all = Deletions.of(image, history).calls();
        List<Call> open = all.stream().filter(call -> !call.outcome().isTold()).toList();
        if (all.isEmpty()) {
            return new Verdict.Undecided("nobody deleted the image");
        }
        Verdict told = Answers.told(all, "that the image is gone", Deletions::saysAbsent);
        if (accepted.size() > 1) {
            return Verdict.contradicted(
                    "Expected exactly one deletion to succeed, saw " + accepted.size(),
                    accepted.subList(0, 2),
                    "What is gone cannot be deleted again");
        }
        if (!(told instanceof Verdict.Holds)) {
            return told;
        }
        if (accepted.isEmpty() && open.isEmpty()) {
            return Verdict.contradicted(
                    "Expected exactly one deletion to succeed, saw none",
                    all,
                    "All were told that it was gone, yet nobody had deleted it");
        }
        return accepted.isEmpty()
                ? new Verdict.Undecided(
                        "no deletion was acknowledged, and one was not answered: "
                                + SeenOperations.outcomes(open))
                : Verdict.holds();
    }

    /** Whether this call shows that the image is there. */
    private static boolean shows(Call call, ImageId image) {
        if (!(call.outcome() instanceof Outcome.Accepted(_, Answer answer))) {
            return false;
        }
        return switch (answer) {
            case Answer.ImageSeen seen -> seen.id().equals(image);
            case Answer.BytesSeen _ ->
                    call.operation() instanceof Operation.ReadBytes(ImageId read)
                            && read.equals(image);
            case Answer.ImagesListed listed -> listed.ids().contains(image);
            default -> false;
        };
    }
}
