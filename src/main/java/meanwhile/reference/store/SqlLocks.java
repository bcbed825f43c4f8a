package meanwhile.reference.store;

import java.util.Objects;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Work;

/** Takes row locks. */
public final class SqlLocks implements Locks {
    private final String suffix;

    /** Locks with SELECT … FOR UPDATE. */
    public SqlLocks() {
        this("FOR UPDATE");
    }

    /** Locks in another way, or not at all; planted defects use it. */
    public SqlLocks(String suffix) {
        this.suffix = suffix;
    }

    @Override
    public Locked image(Work work, String imageId) {
        return work.handle()
                .createQuery(
                        "SELECT id, owner_id, status, failure, version FROM images WHERE id = :id "
                                + suffix)
                .bind("id", imageId)
                .map(
                        (row, context) ->
                                new Locked(
                                        row.getString("id"),
                                        row.getString("owner_id"),
                                        row.getString("status"),
                                        Objects.requireNonNullElse(row.getString("failure"), ""),
                                        row.getInt("version")))
                .findOne()
                .orElseThrow(() -> Tombstones.missing(work, "image", imageId));
    }

    @Override
    public void member(Work work, String memberId) {
        work.handle()
                .createQuery("SELECT 1 FROM member_usage WHERE member_id = :id " + suffix)
                .bind("id", memberId)
                .mapTo(Integer.class)
                .one();
    }
}
