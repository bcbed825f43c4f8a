package meanwhile.check;

import java.util.List;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/**
 * Finds the deletions of an image in a history, and recognises answers that say that it is gone.
 */
public final class Deletions {
    /** The reasons of a refusal that say that something is not there. */
    public static final Set<Refusal> ABSENT = Set.of(Refusal.GONE, Refusal.NEVER_KNOWN);

    private Deletions() {}

    /** All attempts to delete the image. */
    static History of(ImageId image, History history) {
        return history.where(call -> call.operation().equals(new Operation.DeleteImage(image)));
    }

    /** The attempts that were acknowledged. */
    static List<Call> acknowledged(ImageId image, History history) {
        return of(image, history).where(Call::accepted).calls();
    }

    /** Whether the refusal of a call says that something does not exist. */
    static boolean saysAbsent(Call call) {
        return call.outcome() instanceof Outcome.Refused refused && ABSENT.contains(refused.why());
    }
}
