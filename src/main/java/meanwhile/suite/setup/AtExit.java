package meanwhile.suite.setup;

/** An action that runs when the process ends, also after Ctrl-C. */
public final class AtExit implements AutoCloseable {
    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    /** Runs the action when the process ends, unless the returned object is closed before. */
    public static AtExit run(Runnable action) {
        Thread hook = Thread.ofPlatform().name("at-exit").unstarted(action);
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
    }

    /**
     * Whether the process is ending. True before the first such action begins, so that nothing that
     * an action destroys is mistaken for a finding.
     */
    public static boolean hasBegun() {
        Thread probe = Thread.ofPlatform().unstarted(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    /** Cancels the action. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process is ending already: the hook is running, or has run.
            return;
        }
    }
}
