package meanwhile.reference.store;

import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.UploadAllowance;
import meanwhile.reference.seam.Work;

/**
 * Limits exactly: each accepted upload leaves a stamp, counted and added under the member's lock.
 *
 * <p>Stamps and "now" come from the database's clock, read after the lock is taken, so stamps are
 * in the order of the locks and no window of that clock holds more than the allowance.
 */
public final class SlidingLog implements Limiter {
    @Override
    public Standing standing(Work work, String memberId) {
        UploadAllowance allowance = allowance(work, memberId);
        // The stamp that must leave before there is room, or the oldest if there is room already.
        return work.handle()
                .createQuery(
                        """
                        WITH inside AS (
                            SELECT at FROM upload_stamps WHERE member_id = :member
                            AND at > clock_timestamp() - make_interval(secs => :window))
                        SELECT (SELECT count(*) FROM inside) AS used,
                            (SELECT ceil(:window + extract(epoch FROM at - clock_timestamp()))
                             FROM inside ORDER BY at
                             OFFSET greatest(0, (SELECT count(*) FROM inside) - :uploads) LIMIT 1)
                            AS reset
                        """)
                .bind("member", memberId)
                .bind("window", allowance.windowSeconds())
                .bind("uploads", allowance.uploads())
                .map(
                        (row, context) -> {
                            long reset = row.getLong("reset");
                            boolean none = row.wasNull();
                            return new Standing(
                                    allowance,
                                    row.getInt("used"),
                                    none ? allowance.windowSeconds() : reset);
                        })
                .one();
    }

    @Override
    public Standing admit(Work work, String memberId) {
        work.the(Locks.class).member(work, memberId);
        Standing before = standing(work, memberId);
        if (before.exhausted()) {
            throw before.refusal();
        }
        stamp(work, memberId);
        return standing(work, memberId);
    }

    /** Records one upload, and removes stamps that no permitted window can still hold. */
    public static void stamp(Work work, String memberId) {
        work.handle()
                .createUpdate(
                        """
                        DELETE FROM upload_stamps WHERE member_id = :member
                        AND at < clock_timestamp() - interval '1 day'
                        """)
                .bind("member", memberId)
                .execute();
        work.handle()
                .createUpdate("INSERT INTO upload_stamps VALUES (:member, clock_timestamp())")
                .bind("member", memberId)
                .execute();
    }

    /** The member's own allowance, else the gallery's. */
    public static UploadAllowance allowance(Work work, String memberId) {
        return work.handle()
                .createQuery(
                        """
                        SELECT uploads, window_seconds FROM member_usage
                        WHERE member_id = :member AND uploads IS NOT NULL
                        """)
                .bind("member", memberId)
                .map(
                        (row, context) ->
                                new UploadAllowance(
                                        row.getInt("uploads"), row.getInt("window_seconds")))
                .findOne()
                .orElseGet(() -> work.the(Settings.class).read(work).allowance());
    }
}
