package meanwhile.reference.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.ETags;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps votes under the image's lock, then the voter's: so the totals change with the rows, and a
 * member's positions are assigned in the order of their commits.
 */
public final class SqlVotes implements VoteBook {
    private static final String COLUMNS =
            " seq, id, image_id, value, version, created_at, updated_at ";

    private static final MemberRows<Vote> ROWS =
            new MemberRows<>("vote", "votes", COLUMNS, SqlVotes::vote);

    @Override
    public Cast cast(
            Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
        Locks locks = work.the(Locks.class);
        locks.image(work, imageId).mustBeReady();
        locks.member(work, caller.memberId());
        Optional<Vote> before = find(work, caller.memberId(), imageId);
        if (ifMatch != null) {
            String tag = before.map(vote -> ETags.of(vote.version())).orElse("none");
            if (before.isEmpty() || !ETags.matches(ifMatch, tag)) {
                throw RefusedRequest.stale(
                        "vote on image " + imageId, "The vote's version now is " + tag + ".");
            }
        }
        Vote after = store(work, caller.memberId(), imageId, value);
        int was = before.map(Vote::value).orElse(0);
        adjust(work, imageId, was, value);
        work.the(EventLog.class).append(work, "vote.cast", imageId, caller.memberId());
        return new Cast(after, before.isEmpty());
    }

    /** Updates the image's totals for a changed vote; 0 stands for no vote. */
    public static void adjust(Work work, String imageId, int was, int now) {
        work.the(Counters.class)
                .votes(
                        work,
                        imageId,
                        (now == 1 ? 1 : 0) - (was == 1 ? 1 : 0),
                        (now == -1 ? 1 : 0) - (was == -1 ? 1 : 0));
    }

    private static Optional<Vote> find(Work work, String memberId, String imageId) {
        return work.handle()
                .createQuery(
                        "SELECT"
                                + COLUMNS
                                + "FROM votes WHERE member_id = :member AND image_id = :image")
                .bind("member", memberId)
                .bind("image", imageId)
                .map(SqlVotes::vote)
                .findOne();
    }

    private static Vote store(Work work, String memberId, String imageId, int value) {
        return work.handle()
                .createQuery(
                        """
                        INSERT INTO votes (id, member_id, image_id, value)
                        VALUES (:id, :member, :image, :value)
                        ON CONFLICT ON CONSTRAINT one_vote_per_image DO UPDATE
                        SET value = excluded.value, version = votes.version + 1,
                            updated_at = clock_timestamp()
                        RETURNING
                        """
                                + COLUMNS)
                .bind("id", Ids.fresh())
                .bind("member", memberId)
                .bind("image", imageId)
                .bind("value", value)
                .map(SqlVotes::vote)
                .one();
    }

    @Override
    public void withdraw(Work work, Caller caller, String voteId) {
        work.the(Locks.class).image(work, imageOf(work, caller, voteId));
        Vote vote = remove(work, voteId);
        adjust(work, vote.imageId(), vote.value(), 0);
        work.the(EventLog.class).append(work, "vote.withdrawn", vote.imageId(), caller.memberId());
    }

    /** Finds the image of the member's own vote; 404, 410 or 403. */
    public static String imageOf(Work work, Caller caller, String voteId) {
        return ROWS.imageOf(work, caller, voteId);
    }

    /** Removes the vote's row and leaves a tombstone; 410 if another call did so first. */
    public static Vote remove(Work work, String voteId) {
        Vote removed =
                work.handle()
                        .createQuery("DELETE FROM votes WHERE id = :id RETURNING" + COLUMNS)
                        .bind("id", voteId)
                        .map(SqlVotes::vote)
                        .findOne()
                        .orElseThrow(() -> RefusedRequest.gone("vote " + voteId));
        Tombstones.bury(work, voteId);
        return removed;
    }

    @Override
    public List<Vote> history(Work work, String memberId, @Nullable Long after, int limit) {
        return ROWS.list(work, memberId, after, limit);
    }

    @Override
    public int count(Work work, String memberId) {
        return ROWS.count(work, memberId);
    }

    private static Vote vote(ResultSet row, StatementContext context) throws SQLException {
        return new Vote(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("image_id"),
                row.getInt("value"),
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
