package meanwhile.reference.store;

import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Work;

/** Deletes images: the row lock lets one deletion go first, and later ones find a tombstone. */
public final class SqlDeleter implements Deleter {
    @Override
    public void delete(Work work, Caller caller, String imageId) {
        Locks.Locked image = work.the(Locks.class).image(work, imageId);
        image.mustBelongTo(caller);
        // Before the collections, because an upload that is placed in one locks in this order.
        work.the(Locks.class).member(work, image.ownerId());
        long bytes = removeContents(work, imageId);
        removeRow(work, imageId);
        work.the(Counters.class).usage(work, image.ownerId(), -1, -bytes);
        work.the(EventLog.class).append(work, "image.deleted", imageId, caller.memberId());
        work.announce(Topic.IMAGE, imageId);
    }

    /** Removes everything that belongs to the image; returns the stored bytes that it freed. */
    public static long removeContents(Work work, String imageId) {
        bury(work, "votes", imageId);
        bury(work, "favourites", imageId);
        remove(work, "comments", imageId);
        remove(work, "image_categories", imageId);
        SqlCollections.leaveAll(work, imageId);
        work.the(SearchIndex.class).remove(work, imageId);
        remove(work, "jobs", imageId);
        return work.handle()
                .createQuery(
                        """
                        WITH freed AS (DELETE FROM blobs WHERE image_id = :id RETURNING size)
                        SELECT coalesce(sum(size), 0) FROM freed
                        """)
                .bind("id", imageId)
                .mapTo(Long.class)
                .one();
    }

    /** Removes the image's row and marks its identifier as gone. */
    public static void removeRow(Work work, String imageId) {
        work.handle()
                .createUpdate("DELETE FROM images WHERE id = :id")
                .bind("id", imageId)
                .execute();
        Tombstones.bury(work, imageId);
    }

    private static void bury(Work work, String table, String imageId) {
        work.handle()
                .createUpdate(
                        "WITH freed AS (DELETE FROM "
                                + table
                                + " WHERE image_id = :id RETURNING id) INSERT INTO departed SELECT"
                                + " id FROM freed ON CONFLICT DO NOTHING")
                .bind("id", imageId)
                .execute();
    }

    private static void remove(Work work, String table, String imageId) {
        work.handle()
                .createUpdate("DELETE FROM " + table + " WHERE image_id = :id")
                .bind("id", imageId)
                .execute();
    }
}
