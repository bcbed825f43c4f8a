package meanwhile.reference.seam;

import java.util.function.Function;

/** Begins, ends and retries work on the database. */
public interface Transactions {
    /**
     * Runs one transaction; an exception rolls it back; a conflict with another makes it run again.
     */
    <T> T write(Function<Work, T> work);

    /** Reads; each statement sees what is committed when it begins. */
    <T> T read(Function<Work, T> work);

    /** Reads at one instant: every statement sees the same snapshot. */
    <T> T snapshot(Function<Work, T> work);
}
