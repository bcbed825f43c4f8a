package meanwhile.check.law;

import java.util.function.Supplier;
import meanwhile.check.Verdict;
import org.jspecify.annotations.Nullable;

/** Collects what the looks of a round say of one law. */
final class Judging {
    /** Why a look at the end tells. */
    static final String QUIET = "Nobody was writing any more when this was read";

    private @Nullable Verdict broken;
    private boolean judged;

    /** Notes that a look keeps the law, or the first one that breaks it. */
    void that(boolean kept, Supplier<Verdict> why) {
        judged = true;
        if (!kept && broken == null) {
            broken = why.get();
        }
    }

    /** The verdict of all looks. */
    Verdict verdict() {
        return broken != null
                ? broken
                : judged
                        ? Verdict.holds()
                        : new Verdict.Undecided("nobody looked at what this law speaks of");
    }
}
