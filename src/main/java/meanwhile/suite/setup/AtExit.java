package meanwhile.suite.setup;

/** What is done when the process ends, however it ends: also after Ctrl-C. */
public final class AtExit implements AutoCloseable {
    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    /** From now on this is done at the end, unless what is returned is closed before. */
    public static AtExit run(Runnable action) {
        Thread hook = Thread.ofPlatform().name("at-exit").unstarted(action);
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
    }

    /**
     * Whether the process is ending. It is from before the first such action begins, so nothing
     * that an action destroys is mistaken for a finding.
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

    /** It need not be done any more. */
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
