package meanwhile.suite;

/** What is done when the process ends, however it ends: also after Ctrl-C. */
final class AtExit implements AutoCloseable {
    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    /** From now on this is done at the end, unless what is returned is closed before. */
    static AtExit run(Runnable action) {
        Thread hook = Thread.ofPlatform().name("at-exit").unstarted(action);
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
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
