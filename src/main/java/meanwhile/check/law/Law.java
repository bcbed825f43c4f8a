package meanwhile.check.law;

import meanwhile.check.Verdict;

/**
 * A sentence that is true of a gallery whenever all is quiet, whatever happened before.
 *
 * @param name a short name, unique among the laws
 * @param clause the clause of the specification that promises it
 * @param sentence the law in plain words
 * @param judge decides whether what was seen keeps it
 */
public record Law(String name, String clause, String sentence, Judge judge) {

    /** Decides by what happened in a round and what was seen after it. */
    @FunctionalInterface
    public interface Judge {
        /**
         * Returns "holds" if at least one look shows that the law is kept, "undecided" if no look
         * speaks of it, and "not offered" if the target does not tell what it speaks of.
         */
        Verdict judge(QuietWorld world);
    }

    /** The verdict on a round. */
    public Verdict in(QuietWorld world) {
        return judge.judge(world);
    }
}
