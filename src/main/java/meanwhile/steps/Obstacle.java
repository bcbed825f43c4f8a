package meanwhile.steps;

import java.util.function.Supplier;
import meanwhile.check.Verdict;
import meanwhile.language.NotOffered;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The reason why an example cannot be judged, if there is one. */
public final class Obstacle {
    private @Nullable Verdict verdict;

    /** Why the example cannot be judged; null if it can. */
    @Nullable Verdict verdict() {
        return verdict;
    }

    /** The target does not offer what the example needs. */
    void notOffered(String reason) {
        verdict = new Verdict.NotOffered(reason);
    }

    /** The example could not be executed or judged. */
    void undecided(String reason) {
        verdict = new Verdict.Undecided(reason);
    }

    /** Notes why an action fails, and rethrows the exception for Cucumber. */
    <T> T noting(Supplier<T> action) {
        try {
            return action.get();
        } catch (NotOffered missing) {
            notOffered(String.valueOf(missing.getMessage()));
            throw new TestAbortedException(missing.getMessage());
        } catch (RuntimeException failed) {
            undecided(String.valueOf(failed.getMessage()));
            throw failed;
        }
    }
}
