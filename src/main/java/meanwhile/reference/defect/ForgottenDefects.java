package meanwhile.reference.defect;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meanwhile.reference.media.Media;
import meanwhile.reference.media.Media.Decoded;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Favourites;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.LeasingProcessor;

/** Defines faults of work that is begun and never completed. */
final class ForgottenDefects {
    private static final int PREFETCHED = 2;
    private static final long TIMER_MILLIS = 12_000;

    private ForgottenDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(jobs(), requests()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> jobs() {
        return List.of(
                new PlantedDefect(
                        "jobs-acknowledged-together",
                        List.of("U1.2"),
                        "A worker fetches two jobs and acknowledges both when the first is done, so"
                                + " the second image is processed for ever, as in queues that"
                                + " acknowledge all up to a number.",
                        Plants.NATURAL,
                        false,
                        parts -> parts.with(Processor.class, new PrefetchingProcessor())),
                new PlantedDefect(
                        "failure-swallowed-by-worker",
                        List.of("U1.1", "U2.3"),
                        "What cannot be decoded is logged and its job is done, so the image is"
                                + " processed for ever, as with workers that catch everything.",
                        Plants.NATURAL,
                        false,
                        parts -> parts.with(Processor.class, new SwallowingProcessor())));
    }

    private static List<PlantedDefect> requests() {
        return List.of(
                new PlantedDefect(
                        "placing-waits-for-a-timer",
                        List.of("U8.1"),
                        "Placing an image that is not ready is answered only when a timer has"
                                + " looked again, after "
                                + TIMER_MILLIS / 1000
                                + " s, as with polling inside a request.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Collections.class, PatientCollections::new)),
                new PlantedDefect(
                        "index-empty-while-rebuilt",
                        List.of("A1.1"),
                        "The search index is emptied and filled again in two transactions, so a"
                                + " search between them finds nothing, as with indexes that are"
                                + " rebuilt in place.",
                        Window.DEFAULT_MILLIS + " ms between emptying and filling",
                        true,
                        Plants.working(SearchIndex.class, EmptyingSearch::new)),
                new PlantedDefect(
                        "favourite-stored-then-refused",
                        List.of("D1.1"),
                        "A favourite is stored first and refused then if it is the second, and the"
                                + " refusal takes nothing back, as with autocommit.",
                        Plants.NATURAL,
                        false,
                        Plants.both(
                                Plants.without("favourites", "one_favourite_per_image"),
                                Plants.working(Favourites.class, StoringFavourites::new))));
    }

    private static final class PrefetchingProcessor implements Processor {
        @Override
        public boolean processNext(Transactions transactions) {
            List<LeasingProcessor.Job> fetched = new ArrayList<>();
            while (fetched.size() < PREFETCHED
                    && transactions
                            .write(LeasingProcessor::claim)
                            .map(fetched::add)
                            .orElse(false)) {
                // Repeat until there is no job.
            }
            if (fetched.isEmpty()) {
                return false;
            }
            LeasingProcessor.Job first = fetched.getFirst();
            Decoded decoded = Media.decode(first.bytes());
            transactions.write(
                    work -> {
                        LeasingProcessor.finish(work, first, decoded);
                        fetched.forEach(job -> acknowledge(work, job));
                        return first;
                    });
            return true;
        }
    }

    private static void acknowledge(Work work, LeasingProcessor.Job job) {
        work.handle()
                .createUpdate("DELETE FROM jobs WHERE blob_id = :blob")
                .bind("blob", job.blobId())
                .execute();
    }

    private static final class SwallowingProcessor implements Processor {
        @Override
        public boolean processNext(Transactions transactions) {
            Optional<LeasingProcessor.Job> claimed = transactions.write(LeasingProcessor::claim);
            claimed.ifPresent(
                    job -> {
                        Decoded decoded = Media.decode(job.bytes());
                        transactions.write(
                                work -> {
                                    if (decoded instanceof Decoded.Corrupt) {
                                        acknowledge(work, job);
                                    } else {
                                        LeasingProcessor.finish(work, job, decoded);
                                    }
                                    return job;
                                });
                    });
            return claimed.isPresent();
        }
    }

    private record PatientCollections(Collections sound) implements SocialForwarding.Collecting {
        @Override
        public void place(Work work, Caller caller, String collectionId, String imageId) {
            Optional<String> status =
                    work.handle()
                            .createQuery("SELECT status FROM images WHERE id = :id")
                            .bind("id", imageId)
                            .mapTo(String.class)
                            .findOne();
            if (status.filter("processing"::equals).isPresent()) {
                Window.hold(TIMER_MILLIS);
            }
            sound.place(work, caller, collectionId, imageId);
        }
    }

    private record EmptyingSearch(SearchIndex sound, Transactions transactions)
            implements Forwarding.Search {
        @Override
        public int rebuild(Work work) {
            transactions.write(
                    own -> own.handle().createUpdate("DELETE FROM search_entries").execute());
            Window.pass();
            return sound.rebuild(work);
        }
    }

    private record StoringFavourites(Favourites sound, Transactions transactions)
            implements SocialForwarding.Favouring {
        @Override
        public Favourite add(Work work, Caller caller, String imageId) {
            Favourite stored = transactions.write(own -> store(own, caller.memberId(), imageId));
            Locks.Locked image = work.the(Locks.class).image(work, imageId);
            if (hasEarlier(work, caller.memberId(), stored)) {
                throw RefusedRequest.duplicate(image.resource(), "It is a favourite already.");
            }
            work.the(Counters.class).favourites(work, imageId, 1);
            work.the(EventLog.class).append(work, "favourite.added", imageId, caller.memberId());
            return stored;
        }

        private static Favourite store(Work work, String memberId, String imageId) {
            return work.handle()
                    .createQuery(
                            """
                            INSERT INTO favourites (id, member_id, image_id)
                            VALUES (:id, :member, :image) RETURNING seq, id, image_id, created_at
                            """)
                    .bind("id", Ids.fresh())
                    .bind("member", memberId)
                    .bind("image", imageId)
                    .map(
                            (row, context) ->
                                    new Favourite(
                                            row.getLong("seq"),
                                            row.getString("id"),
                                            row.getString("image_id"),
                                            row.getObject("created_at", OffsetDateTime.class)
                                                    .toInstant()))
                    .one();
        }

        private static boolean hasEarlier(Work work, String memberId, Favourite stored) {
            return work.handle()
                    .createQuery(
                            """
                            SELECT EXISTS (SELECT 1 FROM favourites WHERE member_id = :member
                            AND image_id = :image AND seq < :seq)
                            """)
                    .bind("member", memberId)
                    .bind("image", stored.imageId())
                    .bind("seq", stored.seq())
                    .mapTo(Boolean.class)
                    .one();
        }
    }
}
