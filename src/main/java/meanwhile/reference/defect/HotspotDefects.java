package meanwhile.reference.defect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlLocks;

/** Defines faults of R2, a popular image. */
final class HotspotDefects {
    private HotspotDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(reading(), commenting(), locking()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> reading() {
        return List.of(
                new PlantedDefect(
                        "cache-stampede",
                        List.of("R2.1"),
                        "Every reader who finds the cache expired renders the image anew, and each"
                                + " rendering slows all others, the stampede (dog-pile) of"
                                + " memcached sites.",
                        "30 ms times the square of the renderings at once; expiry after 100 ms",
                        true,
                        Plants.twin(ImageCache.class, StampedingImages::new)));
    }

    private static List<PlantedDefect> commenting() {
        return List.of(
                new PlantedDefect(
                        "comment-position-is-count-plus-one",
                        List.of("R2.2"),
                        "A comment's position is the count plus one, read without a lock, so two"
                                + " comments share one and readers disagree on their order, as with"
                                + " acts_as_list.",
                        Plants.WIDENED,
                        true,
                        Plants.both(
                                Plants.without("comments", "one_comment_per_position"),
                                Plants.twin(Comments.class, CountingComments::sharing))),
                new PlantedDefect(
                        "comment-overwritten",
                        List.of("R2.2"),
                        "Two comments that compute the same position are one upsert each, and the"
                                + " later replaces the earlier, as with documents keyed by their"
                                + " index.",
                        Plants.WIDENED,
                        true,
                        Plants.twin(Comments.class, CountingComments::overwriting)));
    }

    private static List<PlantedDefect> locking() {
        return List.of(
                new PlantedDefect(
                        "one-lock-for-all-images",
                        List.of("R2.3"),
                        "Votes, comments and favourites of all images wait for one lock, which each"
                                + " holds for 10 ms of work, so a popular image slows all, as with"
                                + " SQLite or a synchronized service.",
                        "10 ms under the lock",
                        true,
                        Plants.twin(Locks.class, GlobalLocks::new)));
    }

    /** Returns the right image, but may take long. */
    private record StampedingImages(
            ImageCache sound, Map<String, Long> rendered, AtomicInteger rendering)
            implements Forwarding.Images {
        private static final long EXPIRY_NANOS = 100_000_000;
        private static final long COST_MILLIS = 30;

        StampedingImages(ImageCache sound) {
            this(sound, new ConcurrentHashMap<>(), new AtomicInteger());
        }

        @Override
        public ImageView image(Work work, String imageId) {
            Long last = rendered.get(imageId);
            if (last == null || System.nanoTime() - last > EXPIRY_NANOS) {
                long others = (long) rendering.incrementAndGet();
                try {
                    Window.hold(COST_MILLIS * others * others);
                } finally {
                    rendering.decrementAndGet();
                }
                rendered.put(imageId, System.nanoTime());
            }
            return sound.image(work, imageId);
        }
    }

    private record CountingComments(Comments sound, String onConflict)
            implements SocialForwarding.Commenting {
        static CountingComments sharing(Comments sound) {
            return new CountingComments(sound, "");
        }

        static CountingComments overwriting(Comments sound) {
            return new CountingComments(
                    sound,
                    """
                    ON CONFLICT ON CONSTRAINT one_comment_per_position
                    DO UPDATE SET id = excluded.id, text = excluded.text,
                    member_id = excluded.member_id
                    """);
        }

        @Override
        public Comment add(Work work, Caller caller, String imageId, String text) {
            new SqlLocks("").image(work, imageId).mustBeReady();
            int position =
                    work.handle()
                                    .createQuery(
                                            "SELECT count(*) FROM comments WHERE image_id = :id")
                                    .bind("id", imageId)
                                    .mapTo(Integer.class)
                                    .one()
                            + 1;
            Window.pass();
            String id = Ids.fresh();
            work.handle()
                    .createUpdate(
                            """
                            INSERT INTO comments (id, image_id, position, member_id, text)
                            VALUES (:id, :image, :position, :member, :text)
                            """
                                    + onConflict)
                    .bind("id", id)
                    .bind("image", imageId)
                    .bind("position", position)
                    .bind("member", caller.memberId())
                    .bind("text", text)
                    .execute();
            work.the(Counters.class).comments(work, imageId, 1);
            work.the(EventLog.class).append(work, "comment.added", imageId, caller.memberId());
            return sound.list(work, imageId, position - 1L, Integer.MAX_VALUE).stream()
                    .filter(comment -> comment.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record GlobalLocks(Locks sound) implements Forwarding.Locking {
        @Override
        public Locked image(Work work, String imageId) {
            work.handle()
                    .createQuery("SELECT pg_advisory_xact_lock(42, 0)::text")
                    .mapTo(String.class)
                    .findFirst();
            Window.hold(10);
            return sound.image(work, imageId);
        }
    }
}
