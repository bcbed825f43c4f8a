package meanwhile.actors;

import java.util.List;

/** The cleanup at the end of a run: deletes what the run created. */
public final class Cleanup {
    private final RunContext run;

    public Cleanup(RunContext run) {
        this.run = run;
    }

    /**
     * Ends the run: examples can send nothing any more, and everything that the run created is
     * deleted, each thing in the session that created it, or by the administrator if that is
     * refused.
     *
     * @return what could not be deleted, in words
     */
    public List<String> takeAway(CleanupProgress progress) {
        run.ledger().close(run.promises().answer());
        return run.ledger().clearAll(run.administrator().sessionIfAny(), progress);
    }

    /** Skips the rest of the cleanup. */
    public void dropTheRest() {
        run.ledger().drop();
    }
}
