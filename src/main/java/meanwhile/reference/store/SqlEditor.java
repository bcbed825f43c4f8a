package meanwhile.reference.store;

import java.util.List;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Editor;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Picture;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/**
 * Changes images: it checks the condition under the image's lock, in the transaction that writes.
 */
public final class SqlEditor implements Editor {
    @Override
    public ImageView change(
            Work work, Caller caller, String imageId, @Nullable String ifMatch, Change change) {
        // Categories and breeds before the image, in the order of a merge.
        lockTaxonomy(work, change);
        Locks.Locked image = work.the(Locks.class).image(work, imageId);
        image.mustBelongTo(caller);
        image.mustMatch(ifMatch);
        update(work, imageId, change);
        if (change.categoryIds() != null) {
            classify(work, imageId, change.categoryIds());
        }
        if (image.status().equals("ready")) {
            work.the(SearchIndex.class).put(work, imageId);
        }
        work.the(EventLog.class).append(work, "image.changed", imageId, caller.memberId());
        work.announce(Topic.IMAGE, imageId);
        return work.the(Shelf.class).image(work, imageId);
    }

    private static void lockTaxonomy(Work work, Change change) {
        if (change.categoryIds() != null) {
            mustExist(work, "categories", change.categoryIds());
        }
        if (change.breedId() != null && !change.breedId().isEmpty()) {
            mustExist(work, "breeds", List.of(change.breedId()));
        }
    }

    private static void mustExist(Work work, String table, List<String> ids) {
        List<String> found =
                work.handle()
                        .createQuery(
                                "SELECT id FROM "
                                        + table
                                        + " WHERE id = ANY (:ids) ORDER BY id FOR KEY SHARE")
                        .bind("ids", ids.toArray(String[]::new))
                        .mapTo(String.class)
                        .list();
        if (found.size() < ids.size()) {
            throw RefusedRequest.invalid("There is no such category or breed.");
        }
    }

    private static void update(Work work, String imageId, Change change) {
        List<String> tags = change.tags();
        work.handle()
                .createUpdate(
                        """
                        UPDATE images SET title = coalesce(:title, title),
                        description = coalesce(:description, description),
                        tags = coalesce(:tags, tags),
                        breed_id = CASE WHEN :breed::text IS NULL THEN breed_id
                            ELSE nullif(:breed::text, '') END,
                        version = version + 1
                        WHERE id = :id
                        """)
                .bind("title", change.title())
                .bind("description", change.description())
                .bindByType(
                        "tags", tags == null ? null : tags.toArray(String[]::new), String[].class)
                .bind("breed", change.breedId())
                .bind("id", imageId)
                .execute();
    }

    private static void classify(Work work, String imageId, List<String> categoryIds) {
        work.handle()
                .createUpdate("DELETE FROM image_categories WHERE image_id = :id")
                .bind("id", imageId)
                .execute();
        work.handle()
                .createUpdate("INSERT INTO image_categories SELECT :id, unnest(:categories)")
                .bind("id", imageId)
                .bind("categories", categoryIds.toArray(String[]::new))
                .execute();
    }

    @Override
    public void replace(
            Work work, Caller caller, String imageId, @Nullable String ifMatch, Picture picture) {
        Locks locks = work.the(Locks.class);
        Locks.Locked image = locks.image(work, imageId);
        image.mustBelongTo(caller);
        image.mustMatch(ifMatch);
        // One replacement at a time: two would both be conditional on the same version.
        refuseWhilePending(work, image);
        locks.member(work, image.ownerId());
        SqlUploads.mustFit(work, image.ownerId(), picture.bytes().length);
        work.the(Counters.class).usage(work, image.ownerId(), 0, picture.bytes().length);
        SqlShelf.enqueue(work, imageId, picture);
        work.handle()
                .createUpdate(
                        """
                        UPDATE images SET failure = NULL,
                        status = CASE WHEN blob_id IS NULL THEN 'processing' ELSE status END
                        WHERE id = :id
                        """)
                .bind("id", imageId)
                .execute();
        work.announce(Topic.IMAGE, imageId);
    }

    private static void refuseWhilePending(Work work, Locks.Locked image) {
        boolean pending =
                work.handle()
                        .createQuery("SELECT pending_id IS NOT NULL FROM images WHERE id = :id")
                        .bind("id", image.id())
                        .mapTo(Boolean.class)
                        .one();
        if (pending) {
            throw RefusedRequest.notReady(image.resource());
        }
    }
}
