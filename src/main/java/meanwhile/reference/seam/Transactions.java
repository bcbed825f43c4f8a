package meanwhile.reference.seam;

import java.util.function.Function;

/** Begins, ends and retries work on the database. */
public interface Transactions {
    /** One transaction; what it throws rolls it back; a lost race with another is run again. */
    <T> T write(Function<Work, T> work);

    /** Reads, each statement seeing what is committed when it begins. */
    <T> T read(Function<Work, T> work);

    /** Reads of one instant: every statement sees the same snapshot. */
    <T> T snapshot(Function<Work, T> work);
}
