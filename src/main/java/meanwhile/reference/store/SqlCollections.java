package meanwhile.reference.store;

import java.util.List;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Work;

/**
 * Keeps collections: entries and count change in one transaction; a collection is locked after its
 * images.
 */
public final class SqlCollections implements Collections {
    @Override
    public Collection create(Work work, Caller caller, String name) {
        String id = Ids.fresh();
        work.handle()
                .createUpdate(
                        "INSERT INTO collections (id, owner_id, name) VALUES (:id, :owner, :name)")
                .bind("id", id)
                .bind("owner", caller.memberId())
                .bind("name", name)
                .execute();
        return new Collection(id, name, caller.memberId(), 0, List.of());
    }

    @Override
    public Collection read(Work work, String collectionId) {
        List<String> entries =
                work.handle()
                        .createQuery(
                                """
                                SELECT image_id FROM collection_images
                                WHERE collection_id = :id ORDER BY seq
                                """)
                        .bind("id", collectionId)
                        .mapTo(String.class)
                        .list();
        return work.handle()
                .createQuery("SELECT id, name, owner_id, count FROM collections WHERE id = :id")
                .bind("id", collectionId)
                .map(
                        (row, context) ->
                                new Collection(
                                        row.getString("id"),
                                        row.getString("name"),
                                        row.getString("owner_id"),
                                        row.getInt("count"),
                                        entries))
                .findOne()
                .orElseThrow(() -> RefusedRequest.unknown("collection " + collectionId));
    }

    @Override
    public void place(Work work, Caller caller, String collectionId, String imageId) {
        work.the(Locks.class).image(work, imageId);
        placeNew(work, caller, collectionId, imageId);
    }

    @Override
    public void placeNew(Work work, Caller caller, String collectionId, String imageId) {
        lock(work, caller, collectionId);
        int added =
                work.handle()
                        .createUpdate(
                                """
                                INSERT INTO collection_images (collection_id, image_id)
                                VALUES (:collection, :image) ON CONFLICT DO NOTHING
                                """)
                        .bind("collection", collectionId)
                        .bind("image", imageId)
                        .execute();
        count(work, collectionId, added);
    }

    @Override
    public void take(Work work, Caller caller, String collectionId, String imageId) {
        work.the(Locks.class).image(work, imageId);
        lock(work, caller, collectionId);
        int removed =
                work.handle()
                        .createUpdate(
                                """
                                DELETE FROM collection_images
                                WHERE collection_id = :collection AND image_id = :image
                                """)
                        .bind("collection", collectionId)
                        .bind("image", imageId)
                        .execute();
        if (removed == 0) {
            throw RefusedRequest.unknown("image " + imageId + " in collection " + collectionId);
        }
        count(work, collectionId, -removed);
    }

    private static void lock(Work work, Caller caller, String collectionId) {
        String resource = "collection " + collectionId;
        String owner =
                work.handle()
                        .createQuery("SELECT owner_id FROM collections WHERE id = :id FOR UPDATE")
                        .bind("id", collectionId)
                        .mapTo(String.class)
                        .findOne()
                        .orElseThrow(() -> RefusedRequest.unknown(resource));
        if (!owner.equals(caller.memberId())) {
            throw RefusedRequest.forbidden(resource, "The " + resource + " is another member's.");
        }
    }

    private static void count(Work work, String collectionId, int change) {
        work.handle()
                .createUpdate("UPDATE collections SET count = count + :n WHERE id = :id")
                .bind("n", change)
                .bind("id", collectionId)
                .execute();
    }

    /**
     * Removes an image that is being deleted from all collections, in the order of their
     * identifiers.
     */
    static void leaveAll(Work work, String imageId) {
        work.handle()
                .createQuery(
                        """
                        SELECT c.id FROM collections c
                        JOIN collection_images e ON e.collection_id = c.id
                        WHERE e.image_id = :id ORDER BY c.id FOR UPDATE OF c
                        """)
                .bind("id", imageId)
                .mapTo(String.class)
                .list();
        work.handle()
                .createUpdate(
                        """
                        WITH freed AS (DELETE FROM collection_images WHERE image_id = :id
                            RETURNING collection_id)
                        UPDATE collections c SET count = count - 1
                        FROM freed WHERE c.id = freed.collection_id
                        """)
                .bind("id", imageId)
                .execute();
    }
}
