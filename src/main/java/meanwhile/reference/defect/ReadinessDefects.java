package meanwhile.reference.defect;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.media.Media;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Statistics;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.LeasingProcessor;
import org.jspecify.annotations.Nullable;

/** Defines faults of U2, upload then vote. */
final class ReadinessDefects {
    private static final int LAG_MILLIS = 150;
    static final int PROCESSING_MILLIS = 300;

    private ReadinessDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(processing(), failed()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> processing() {
        return List.of(
                new PlantedDefect(
                        "fresh-id-unknown",
                        List.of("U2.1"),
                        "Images are looked up in a read replica that is "
                                + LAG_MILLIS
                                + " ms behind, so one's own fresh id is answered 404, as in apps"
                                + " that split reads from writes.",
                        LAG_MILLIS + " ms of lag",
                        false,
                        Plants.both(
                                Plants.twin(Locks.class, LaggingLocks::new),
                                Plants.twin(ImageCache.class, LaggingImages::new))),
                new PlantedDefect(
                        "early-vote-dropped",
                        List.of("U2.2"),
                        "Votes are accepted while the image is processed, and the processor then"
                                + " writes the whole row as it loaded it, without them, as jobs do"
                                + " that save a stale entity.",
                        PROCESSING_MILLIS + " ms of processing",
                        false,
                        Plants.both(Plants.twin(VoteBook.class, EagerVotes::new), slowly(true))));
    }

    private static List<PlantedDefect> failed() {
        return List.of(
                new PlantedDefect(
                        "votes-left-on-failed-image",
                        List.of("U2.3"),
                        "Votes accepted while the image is processed stay when processing fails and"
                                + " are counted in the global total, as where failure was thought"
                                + " of after voting.",
                        PROCESSING_MILLIS + " ms of processing",
                        false,
                        Plants.both(
                                Plants.twin(VoteBook.class, EagerVotes::new),
                                Plants.twin(Statistics.class, RowCountingStatistics::new),
                                slowly(false))),
                new PlantedDefect(
                        "failed-image-takes-votes",
                        List.of("U2.3"),
                        "Only \"still processing\" is refused, so a failed image takes votes, as in"
                                + " handlers that test for one state and forget the third.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(VoteBook.class, IndifferentVotes::new)));
    }

    private record LaggingLocks(Locks sound) implements Forwarding.Locking {
        @Override
        public Locked image(Work work, String imageId) {
            refuseFresh(work, imageId);
            return sound.image(work, imageId);
        }
    }

    private record LaggingImages(ImageCache sound) implements Forwarding.Images {
        @Override
        public ImageView image(Work work, String imageId) {
            refuseFresh(work, imageId);
            return sound.image(work, imageId);
        }
    }

    private static void refuseFresh(Work work, String imageId) {
        Optional<Integer> fresh =
                work.handle()
                        .createQuery(
                                """
                                SELECT 1 FROM images WHERE id = :id
                                AND created_at > clock_timestamp() - make_interval(secs => :lag / 1000.0)
                                """)
                        .bind("id", imageId)
                        .bind("lag", LAG_MILLIS)
                        .mapTo(Integer.class)
                        .findOne();
        if (fresh.isPresent()) {
            throw RefusedRequest.unknown("image " + imageId);
        }
    }

    /** Accepts votes on an image in processing as on a ready one. */
    record EagerVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            Work eager =
                    Plants.altered(
                            work, Locks.class, locks -> new Relabelling(locks, "processing"));
            return sound.cast(eager, caller, imageId, value, ifMatch);
        }
    }

    private record IndifferentVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            Work indifferent =
                    Plants.altered(work, Locks.class, locks -> new Relabelling(locks, "failed"));
            return sound.cast(indifferent, caller, imageId, value, ifMatch);
        }
    }

    /** Reports images that have another status as "ready". */
    private record Relabelling(Locks sound, String status) implements Forwarding.Locking {
        @Override
        public Locked image(Work work, String imageId) {
            Locked image = sound.image(work, imageId);
            return image.status().equals(status)
                    ? new Locked(
                            image.id(), image.ownerId(), "ready", image.failure(), image.version())
                    : image;
        }
    }

    private record RowCountingStatistics(Statistics sound) implements Statistics {
        @Override
        public Totals totals(Work work) {
            Totals totals = sound.totals(work);
            long votes =
                    work.handle().createQuery("SELECT count(*) FROM votes").mapTo(Long.class).one();
            return new Totals(
                    totals.images(),
                    votes,
                    totals.favourites(),
                    totals.comments(),
                    totals.byBreed(),
                    totals.byCategory());
        }
    }

    /** Plants a slow processor, which wipes votes if {@code wiping}. */
    static UnaryOperator<Parts> slowly(boolean wiping) {
        return parts -> parts.with(Processor.class, new SlowProcessor(wiping, PROCESSING_MILLIS));
    }

    private record SlowProcessor(boolean wiping, long millis) implements Processor {
        @Override
        public boolean processNext(Transactions transactions) {
            Optional<LeasingProcessor.Job> job = transactions.write(LeasingProcessor::claim);
            job.ifPresent(
                    claimed -> {
                        Media.Decoded decoded = Media.decode(claimed.bytes());
                        Window.hold(millis);
                        transactions.write(
                                work -> {
                                    if (wiping) {
                                        wipe(work, claimed.imageId());
                                    }
                                    LeasingProcessor.finish(work, claimed, decoded);
                                    return claimed;
                                });
                    });
            return job.isPresent();
        }

        private static void wipe(Work work, String imageId) {
            for (String sql :
                    List.of(
                            "UPDATE images SET up = 0, down = 0 WHERE id = :id AND status ="
                                    + " 'processing'",
                            "DELETE FROM votes v USING images i WHERE i.id = v.image_id AND i.id ="
                                    + " :id AND i.status = 'processing'")) {
                work.handle().createUpdate(sql).bind("id", imageId).execute();
            }
        }
    }
}
