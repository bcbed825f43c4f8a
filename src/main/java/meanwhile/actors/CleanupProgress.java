package meanwhile.actors;

/** Is told how far the clean-up is; by several threads at once. */
@FunctionalInterface
public interface CleanupProgress {
    /** Nobody who watches. */
    CleanupProgress UNWATCHED = (_, _) -> {};

    /**
     * After each thing.
     *
     * @param done so many of this kind have been seen to
     * @param of so many there are
     */
    void cleaned(int done, int of);
}
