package meanwhile.reference.defect;

import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.ImageView.Totals;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.ImageRows;
import meanwhile.reference.store.SqlCounters;

/** Reads a total, adds in memory and writes the sum, without a lock. */
final class ReadModifyWriteCounters implements Counters {
    private final Counters sound = new SqlCounters();

    @Override
    public void votes(Work work, String imageId, int up, int down) {
        Totals before = read(work, imageId);
        work.handle()
                .createUpdate("UPDATE images SET up = :up, down = :down WHERE id = :id")
                .bind("up", before.up() + up)
                .bind("down", before.down() + down)
                .bind("id", imageId)
                .execute();
    }

    private static Totals read(Work work, String imageId) {
        return work.handle()
                .createQuery("SELECT up, down, favourites, comments FROM images WHERE id = :id")
                .bind("id", imageId)
                .map((row, context) -> ImageRows.totals(row))
                .one();
    }

    @Override
    public void favourites(Work work, String imageId, int count) {
        sound.favourites(work, imageId, count);
    }

    @Override
    public void comments(Work work, String imageId, int count) {
        sound.comments(work, imageId, count);
    }

    @Override
    public void usage(Work work, String memberId, int images, long bytes) {
        sound.usage(work, memberId, images, bytes);
    }
}
