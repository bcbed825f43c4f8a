package meanwhile.reference.defect;

import java.util.Objects;
import java.util.function.Function;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Rolls back, when thrown, work whose answer is returned nevertheless. */
final class Discarded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Object answer;

    private Discarded(@Nullable Object answer) {
        super("rolled back, and acknowledged", null, false, false);
        this.answer = answer;
    }

    /**
     * Finished work.
     *
     * @param answer the answer to return
     * @param discard whether to roll it back
     */
    record Done<T>(T answer, boolean discard) {}

    /**
     * Commits unless the work says that it is to be discarded, and returns its answer in either
     * case.
     */
    @SuppressWarnings("unchecked") // Safe: the answer is what the work of this very call returned.
    static <T> T unless(Transactions sound, Function<Work, Done<T>> work) {
        try {
            return sound.write(
                    doing -> {
                        Done<T> done = work.apply(doing);
                        if (done.discard()) {
                            throw new Discarded(done.answer());
                        }
                        return done.answer();
                    });
        } catch (Discarded discarded) {
            return (T) Objects.requireNonNull(discarded.answer);
        }
    }
}
