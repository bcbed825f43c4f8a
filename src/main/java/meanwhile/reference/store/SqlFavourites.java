package meanwhile.reference.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Favourites;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** As votes: under the image's lock, then the member's; the constraint finds duplicates. */
public final class SqlFavourites implements Favourites {
    @Override
    public Favourite add(Work work, Caller caller, String imageId) {
        Locks locks = work.the(Locks.class);
        Locks.Locked image = locks.image(work, imageId);
        image.mustBeReady();
        locks.member(work, caller.memberId());
        Favourite added =
                work.handle()
                        .createQuery(
                                """
                                INSERT INTO favourites (id, member_id, image_id)
                                VALUES (:id, :member, :image)
                                ON CONFLICT ON CONSTRAINT one_favourite_per_image DO NOTHING
                                RETURNING seq, id, image_id, created_at
                                """)
                        .bind("id", Ids.fresh())
                        .bind("member", caller.memberId())
                        .bind("image", imageId)
                        .map((row, context) -> favourite(row))
                        .findOne()
                        .orElseThrow(
                                () ->
                                        RefusedRequest.duplicate(
                                                image.resource(), "It is a favourite already."));
        work.the(Counters.class).favourites(work, imageId, 1);
        work.the(EventLog.class).append(work, "favourite.added", imageId, caller.memberId());
        return added;
    }

    @Override
    public void remove(Work work, Caller caller, String favouriteId) {
        record Owned(String memberId, String imageId) {}
        String resource = "favourite " + favouriteId;
        Owned owned =
                work.handle()
                        .createQuery("SELECT member_id, image_id FROM favourites WHERE id = :id")
                        .bind("id", favouriteId)
                        .map(
                                (row, context) ->
                                        new Owned(
                                                row.getString("member_id"),
                                                row.getString("image_id")))
                        .findOne()
                        .orElseThrow(() -> Tombstones.missing(work, "favourite", favouriteId));
        if (!owned.memberId().equals(caller.memberId())) {
            throw RefusedRequest.forbidden(resource, "This favourite is another member's.");
        }
        work.the(Locks.class).image(work, owned.imageId());
        int removed =
                work.handle()
                        .createUpdate("DELETE FROM favourites WHERE id = :id")
                        .bind("id", favouriteId)
                        .execute();
        if (removed == 0) {
            throw RefusedRequest.gone(resource);
        }
        Tombstones.bury(work, favouriteId);
        work.the(Counters.class).favourites(work, owned.imageId(), -1);
        work.the(EventLog.class)
                .append(work, "favourite.removed", owned.imageId(), caller.memberId());
    }

    @Override
    public List<Favourite> list(Work work, String memberId, @Nullable Long after, int limit) {
        return work.handle()
                .createQuery(
                        """
                        SELECT seq, id, image_id, created_at FROM favourites
                        WHERE member_id = :member
                        AND (:after::bigint IS NULL OR seq > :after::bigint)
                        ORDER BY seq LIMIT :limit
                        """)
                .bind("member", memberId)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> favourite(row))
                .list();
    }

    @Override
    public int count(Work work, String memberId) {
        return work.handle()
                .createQuery("SELECT count(*) FROM favourites WHERE member_id = :member")
                .bind("member", memberId)
                .mapTo(Integer.class)
                .one();
    }

    private static Favourite favourite(ResultSet row) throws SQLException {
        return new Favourite(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("image_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
