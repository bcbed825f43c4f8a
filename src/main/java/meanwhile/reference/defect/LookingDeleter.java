package meanwhile.reference.defect;

import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlDeleter;
import meanwhile.reference.store.SqlLocks;

/** Reads without a lock, deletes, and counts what it read instead of what it deleted. */
final class LookingDeleter implements Deleter {
    @Override
    public void delete(Work work, Caller caller, String imageId) {
        Locks.Locked image = new SqlLocks("").image(work, imageId);
        image.mustBelongTo(caller);
        long bytes =
                work.handle()
                        .createQuery(
                                "SELECT coalesce(sum(size), 0) FROM blobs WHERE image_id = :id")
                        .bind("id", imageId)
                        .mapTo(Long.class)
                        .one();
        SqlDeleter.removeContents(work, imageId);
        SqlDeleter.removeRow(work, imageId);
        work.the(Counters.class).usage(work, image.ownerId(), -1, -bytes);
        work.announce(Topic.IMAGE, imageId);
    }
}
