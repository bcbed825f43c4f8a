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
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps favourites as votes are kept: under the image's lock, then the member's; the constraint
 * detects duplicates.
 */
public final class SqlFavourites implements Favourites {
    private static final MemberRows<Favourite> ROWS =
            new MemberRows<>(
                    "favourite",
                    "favourites",
                    "seq, id, image_id, created_at",
                    SqlFavourites::favourite);

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
                        .map(SqlFavourites::favourite)
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
        String imageId = ROWS.imageOf(work, caller, favouriteId);
        work.the(Locks.class).image(work, imageId);
        int removed =
                work.handle()
                        .createUpdate("DELETE FROM favourites WHERE id = :id")
                        .bind("id", favouriteId)
                        .execute();
        if (removed == 0) {
            throw RefusedRequest.gone("favourite " + favouriteId);
        }
        Tombstones.bury(work, favouriteId);
        work.the(Counters.class).favourites(work, imageId, -1);
        work.the(EventLog.class).append(work, "favourite.removed", imageId, caller.memberId());
    }

    @Override
    public List<Favourite> list(Work work, String memberId, @Nullable Long after, int limit) {
        return ROWS.list(work, memberId, after, limit);
    }

    @Override
    public int count(Work work, String memberId) {
        return ROWS.count(work, memberId);
    }

    private static Favourite favourite(ResultSet row, StatementContext context)
            throws SQLException {
        return new Favourite(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("image_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
