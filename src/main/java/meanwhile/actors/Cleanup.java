package meanwhile.actors;

import java.util.List;

/** The end of a run: what it made is taken away again. */
public final class Cleanup {
    private final RunContext run;

    public Cleanup(RunContext run) {
        this.run = run;
    }

    /**
     * Ends the run: nothing is sent for an example any more, and what was made is deleted again,
     * each thing in the session that made it, or by the administrator where that is refused.
     *
     * @return what could not be deleted, in words
     */
    public List<String> takeAway(CleanupProgress progress) {
        run.ledger().close(run.promises().answer());
        return run.ledger().clearAll(run.administrator().sessionIfAny(), progress);
    }

    /** Somebody does not want to wait until everything has been taken away. */
    public void dropTheRest() {
        run.ledger().drop();
    }
}
