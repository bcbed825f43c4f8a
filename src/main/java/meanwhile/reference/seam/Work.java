package meanwhile.reference.seam;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Carries one piece of work on the database, usually one transaction, and its parts. Parts find
 * each other here and not in their constructors, so that all use a planted one.
 */
public final class Work {
    private final Handle handle;
    private final Seams seams;
    private final List<Runnable> afterwards = new ArrayList<>();

    /** Creates work on this handle with these parts. */
    public Work(Handle handle, Seams seams) {
        this.handle = handle;
        this.seams = seams;
    }

    /** The database handle, in a transaction if the work writes. */
    public Handle handle() {
        return handle;
    }

    /** The part behind a seam. */
    public <T> T the(Class<T> seam) {
        return seams.the(seam);
    }

    /** Runs the action once the work is committed, and not at all if it is rolled back. */
    public void afterCommit(Runnable action) {
        afterwards.add(action);
    }

    /** Notifies every node, this one too, once the work is committed. */
    public void announce(Topic topic, String what) {
        handle.createQuery("SELECT pg_notify(:channel, :what)::text")
                .bind("channel", topic.channel())
                .bind("what", what)
                .mapTo(String.class)
                .findFirst();
    }

    /** Runs the actions registered for after the commit. */
    public void committed() {
        afterwards.forEach(Runnable::run);
    }
}
