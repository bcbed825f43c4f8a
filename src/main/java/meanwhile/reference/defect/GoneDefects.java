package meanwhile.reference.defect;

import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Favourites;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Statistics;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlLocks;
import meanwhile.reference.web.Front;
import org.jspecify.annotations.Nullable;

/** Defines faults of R4, deleting an image while others use it. */
final class GoneDefects {
    private GoneDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(leftBehind(), served()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> leftBehind() {
        return List.of(
                new PlantedDefect(
                        "record-read-bytes-missing",
                        List.of("R4.1", "X3"),
                        "A reader finds the image's record, and its bytes are gone when they are"
                                + " read, which surfaces as a server error, as with records in a"
                                + " database and bytes in a bucket.",
                        Window.DEFAULT_MILLIS + " ms between record and bytes",
                        true,
                        Plants.working(Shelf.class, TwoStepShelf::new)),
                new PlantedDefect(
                        "orphans-of-a-deleted-image",
                        List.of("R4.2"),
                        "Votes, favourites and comments look for the image and insert afterwards,"
                                + " with neither lock nor foreign key, so those that meet a"
                                + " deletion stay behind, as in stores without foreign keys.",
                        Plants.WIDENED,
                        true,
                        Plants.both(
                                Plants.without("votes", "votes_image_id_fkey"),
                                Plants.without("favourites", "favourites_image_id_fkey"),
                                Plants.without("comments", "comments_image_id_fkey"),
                                Plants.twin(VoteBook.class, OrphaningVotes::new),
                                Plants.twin(Favourites.class, OrphaningFavourites::new),
                                Plants.twin(Comments.class, OrphaningComments::new))),
                new PlantedDefect(
                        "totals-keep-the-deleted",
                        List.of("R4.2"),
                        "The front page adds up all votes ever cast and subtracts nothing when an"
                                + " image goes, as with counters that are only ever incremented.",
                        Plants.NATURAL,
                        false,
                        GoneDefects::addingUp));
    }

    private static List<PlantedDefect> served() {
        return List.of(
                new PlantedDefect(
                        "deleted-image-served-by-a-node",
                        List.of("R4.3", "A1.3"),
                        "A node goes on answering from its cache for 3 s after another node deleted"
                                + " the image, as CDNs do that are not purged.",
                        "3 s of caching",
                        false,
                        GoneDefects::remembering),
                new PlantedDefect(
                        "gone-told-in-html",
                        List.of("R4.3"),
                        "A deleted image is answered by the web server's own page in HTML, which"
                                + " names nothing, as with nginx's error_page before an API.",
                        Plants.NATURAL,
                        false,
                        parts -> parts.with(Front.class, htmlForGone(parts.the(Front.class)))));
    }

    private record TwoStepShelf(Shelf sound, Transactions transactions)
            implements Forwarding.Shelves {
        @Override
        public Stored file(Work work, String imageId) {
            Stored record = sound.file(work, imageId);
            Window.pass();
            byte[] bytes =
                    transactions.read(
                            later ->
                                    later.handle()
                                            .createQuery(
                                                    """
                                                    SELECT bytes FROM blobs
                                                    WHERE image_id = :id AND sha256 = :sha
                                                    ORDER BY id LIMIT 1
                                                    """)
                                            .bind("id", imageId)
                                            .bind("sha", record.sha256())
                                            .mapTo(byte[].class)
                                            .one());
            return new Stored(bytes, record.mimeType(), record.sha256());
        }
    }

    /** Reads images without locking them; they may be gone when the result is used. */
    private record LookingLocks(Locks sound) implements Forwarding.Locking {
        @Override
        public Locked image(Work work, String imageId) {
            Locked image = new SqlLocks("").image(work, imageId);
            Window.pass();
            return image;
        }
    }

    private static Work looking(Work work) {
        return Plants.altered(work, Locks.class, LookingLocks::new);
    }

    private record OrphaningVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            return sound.cast(looking(work), caller, imageId, value, ifMatch);
        }
    }

    private record OrphaningFavourites(Favourites sound) implements SocialForwarding.Favouring {
        @Override
        public Favourite add(Work work, Caller caller, String imageId) {
            return sound.add(looking(work), caller, imageId);
        }
    }

    private record OrphaningComments(Comments sound) implements SocialForwarding.Commenting {
        @Override
        public Comment add(Work work, Caller caller, String imageId, String text) {
            return sound.add(looking(work), caller, imageId, text);
        }
    }

    private static Parts addingUp(Parts parts) {
        AtomicLong ghosts =
                Plants.shared(parts, AtomicLong.class, "votes of what is gone", AtomicLong::new);
        Deleter deleter = parts.the(Deleter.class);
        Statistics statistics = parts.the(Statistics.class);
        return parts.with(
                        Deleter.class,
                        (work, caller, imageId) -> {
                            long votes = votes(work, imageId);
                            deleter.delete(work, caller, imageId);
                            work.afterCommit(() -> ghosts.addAndGet(votes));
                        })
                .with(Statistics.class, work -> haunted(statistics.totals(work), ghosts.get()));
    }

    private static long votes(Work work, String imageId) {
        return work.handle()
                .createQuery("SELECT count(*) FROM votes WHERE image_id = :id")
                .bind("id", imageId)
                .mapTo(Long.class)
                .one();
    }

    private static Statistics.Totals haunted(Statistics.Totals totals, long ghosts) {
        return new Statistics.Totals(
                totals.images(),
                totals.votes() + ghosts,
                totals.favourites(),
                totals.comments(),
                totals.byBreed(),
                totals.byCategory());
    }

    private static Parts remembering(Parts parts) {
        Map<String, Remembered> memory = new ConcurrentHashMap<>();
        UnaryOperator<ImageCache> images = sound -> new RememberingImages(sound, memory);
        UnaryOperator<Deleter> deleter =
                sound ->
                        (work, caller, imageId) -> {
                            sound.delete(work, caller, imageId);
                            work.afterCommit(() -> memory.remove(imageId));
                        };
        return Plants.both(
                        Plants.twin(ImageCache.class, images), Plants.twin(Deleter.class, deleter))
                .apply(parts);
    }

    private record Remembered(ImageView view, long since) {}

    private record RememberingImages(ImageCache sound, Map<String, Remembered> memory)
            implements Forwarding.Images {
        private static final long NANOS = 3_000_000_000L;

        @Override
        public ImageView image(Work work, String imageId) {
            try {
                ImageView view = sound.image(work, imageId);
                memory.put(imageId, new Remembered(view, System.nanoTime()));
                return view;
            } catch (RefusedRequest refusal) {
                Remembered last = memory.get(imageId);
                if (last == null || System.nanoTime() - last.since() > NANOS) {
                    throw refusal;
                }
                return last.view();
            }
        }
    }

    private static Front htmlForGone(Front sound) {
        return operation -> {
            Handler inner = sound.before(operation);
            return context -> {
                try {
                    inner.handle(context);
                } catch (RefusedRequest refusal) {
                    if (refusal.status() != 404 && refusal.status() != 410) {
                        throw refusal;
                    }
                    context.status(refusal.status());
                    context.html("<html><body><h1>Sorry</h1></body></html>");
                }
            };
        };
    }
}
