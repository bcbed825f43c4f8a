package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/** What is deleted stays deleted, and is deleted once. */
public final class DeletionOutcome {
    /** How a target may say that something is no longer there. */
    private static final Set<Refusal> ABSENT = Set.of(Refusal.GONE, Refusal.NEVER_KNOWN);

    private DeletionOutcome() {}

    /**
     * After its deletion was acknowledged nobody sees the image any more: at once for the member
     * who deleted it, for others after the promised delay.
     */
    public static Verdict staysGone(ImageId image, History history, Duration delay) {
        List<Call> deletions = acceptedDeletions(image, history);
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
                    return new Verdict.Contradicted(
                            new CounterExample(
                                    "Expected the image to be gone, saw it again",
                                    List.of(deletion, later),
                                    "Its deletion had been confirmed before"));
                }
            }
        }
        return Verdict.holds();
    }

    /** Of all deletions of the image exactly one succeeded, and the others said that it is gone. */
    public static Verdict exactlyOnce(ImageId image, History history) {
        List<Call> accepted = acceptedDeletions(image, history);
        List<Call> open = new ArrayList<>();
        for (Call call : deletions(image, history)) {
            if (!call.outcome().isTold()) {
                open.add(call);
            } else if (call.outcome() instanceof Outcome.Refused refused
                    && !ABSENT.contains(refused.why())) {
                return new Verdict.Contradicted(
                        new CounterExample(
                                "Expected to be told that the image is gone",
                                List.of(call),
                                "It was refused for another reason"));
            }
        }
        if (accepted.size() > 1) {
            return new Verdict.Contradicted(
                    new CounterExample(
                            "Expected exactly one deletion to succeed, saw " + accepted.size(),
                            accepted.subList(0, 2),
                            "What is gone cannot be deleted again"));
        }
        if (accepted.isEmpty() && open.isEmpty()) {
            return new Verdict.Contradicted(
                    new CounterExample(
                            "Expected exactly one deletion to succeed, saw none",
                            deletions(image, history),
                            "All were told that it was gone, yet nobody had deleted it"));
        }
        return accepted.isEmpty()
                ? new Verdict.Undecided("no deletion was acknowledged, and one was not answered")
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

    private static List<Call> acceptedDeletions(ImageId image, History history) {
        return deletions(image, history).stream().filter(Call::accepted).toList();
    }

    private static List<Call> deletions(ImageId image, History history) {
        return history.stream()
                .filter(
                        call ->
                                call.operation() instanceof Operation.DeleteImage(ImageId deleted)
                                        && deleted.equals(image))
                .toList();
    }
}
