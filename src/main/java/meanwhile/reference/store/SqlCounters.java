package meanwhile.reference.store;

import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Work;

/** Adds in the database, never in memory. */
public final class SqlCounters implements Counters {
    @Override
    public void votes(Work work, String imageId, int up, int down) {
        if (up == 0 && down == 0) {
            return;
        }
        work.handle()
                .createUpdate("UPDATE images SET up = up + :up, down = down + :down WHERE id = :id")
                .bind("up", up)
                .bind("down", down)
                .bind("id", imageId)
                .execute();
    }

    @Override
    public void favourites(Work work, String imageId, int count) {
        work.handle()
                .createUpdate("UPDATE images SET favourites = favourites + :n WHERE id = :id")
                .bind("n", count)
                .bind("id", imageId)
                .execute();
    }

    @Override
    public void comments(Work work, String imageId, int count) {
        work.handle()
                .createUpdate("UPDATE images SET comments = comments + :n WHERE id = :id")
                .bind("n", count)
                .bind("id", imageId)
                .execute();
    }

    @Override
    public void usage(Work work, String memberId, int images, long bytes) {
        work.handle()
                .createUpdate(
                        """
                        UPDATE member_usage
                        SET images = images + :images, stored_bytes = stored_bytes + :bytes
                        WHERE member_id = :id
                        """)
                .bind("images", images)
                .bind("bytes", bytes)
                .bind("id", memberId)
                .execute();
    }
}
