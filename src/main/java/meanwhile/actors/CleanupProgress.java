package meanwhile.actors;

/** Receives the progress of the cleanup, from several threads at once. */
@FunctionalInterface
public interface CleanupProgress {
    /** Ignores the progress. */
    CleanupProgress UNWATCHED = (_, _) -> {};

    /**
     * Called after each thing.
     *
     * @param done how many things of this kind are done
     * @param of how many there are
     */
    void cleaned(int done, int of);
}
