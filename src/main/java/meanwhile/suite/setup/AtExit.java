package meanwhile.suite.setup;

import java.time.Duration;

/** An action that runs when the process ends, also after Ctrl-C. */
public final class AtExit implements AutoCloseable {
    /** The longest that an action may take: a clean-up of thousands of things takes minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
    }

    /**
     * Runs the action when the process ends, unless the returned object is closed before. An action
     * that does not end is given up after some minutes: an interrupt always ends the process.
     */
    public static AtExit run(Runnable action) {
        return run(action, LONGEST);
    }

    static AtExit run(Runnable action, Duration longest) {
        Thread hook = Thread.ofPlatform().name("at-exit").unstarted(() -> bounded(action, longest));
        Runtime.getRuntime().addShutdownHook(hook);
        return new AtExit(hook);
    }

    private static void bounded(Runnable action, Duration longest) {
        Thread watch =
                Thread.ofPlatform().daemon().name("at-exit-watch").start(() -> giveUp(longest));
        action.run();
        watch.interrupt();
    }

    private static void giveUp(Duration longest) {
        try {
            Thread.sleep(longest);
        } catch (InterruptedException done) {
            return;
        }
        System.err.printf(
                "meanwhile: the end took longer than %d s and was given up%n", longest.toSeconds());
        Runtime.getRuntime().halt(ExitCode.BROKEN);
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
