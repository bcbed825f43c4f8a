package meanwhile.actors;

/** Thrown in the threads of an example whose time is over. */
public final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfTime() {
        super("the time of the example is over");
    }

    /**
     * Ends what this thread is doing if its example's time is over. Once only: what is then put in
     * order must not be interrupted, too.
     */
    static void check() {
        if (Thread.interrupted()) {
            throw new OutOfTime();
        }
    }
}
