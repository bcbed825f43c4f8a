package meanwhile.reference.defect;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Favourites;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Statistics;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.Tombstones;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Defines faults of D1, global counters, and of X2 and X3. */
final class CounterDefects {
    private CounterDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(counting(), refusing()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> counting() {
        return List.of(
                new PlantedDefect(
                        "serialisation-failure-as-500",
                        List.of("D1.1", "X3", "R1.1"),
                        "Writes are serialisable and those that lose to another are not run again"
                                + " but end in a server error, as in apps that raised the isolation"
                                + " level and nothing else.",
                        Plants.NATURAL,
                        true,
                        parts ->
                                parts.withTransactions(
                                        altered ->
                                                new StrictTransactions(
                                                        parts.transacting().apply(altered),
                                                        altered.jdbi(),
                                                        altered))),
                new PlantedDefect(
                        "totals-from-a-stale-snapshot",
                        List.of("D1.2"),
                        "Each write refreshes the totals from a snapshot and stores them a little"
                                + " later, so an older snapshot may be stored last, as with"
                                + " materialised views refreshed by triggers.",
                        "up to " + Window.DEFAULT_MILLIS + " ms between snapshot and store",
                        true,
                        CounterDefects::aggregating),
                new PlantedDefect(
                        "undo-counted-twice",
                        List.of("D1.3", "D1.2"),
                        "Removing a favourite counts down whether or not a row was deleted, so two"
                                + " removals at once count twice, as with unlike buttons pressed"
                                + " twice.",
                        Plants.WIDENED,
                        true,
                        Plants.twin(Favourites.class, TwiceFavourites::new)));
    }

    private static List<PlantedDefect> refusing() {
        return List.of(
                new PlantedDefect(
                        "duplicate-favourite-as-500",
                        List.of("X3", "D1.1"),
                        "A favourite is looked up and then inserted, and the constraint's objection"
                                + " to the second of two at once surfaces as a server error, as"
                                + " with validates_uniqueness_of.",
                        Plants.WIDENED,
                        true,
                        Plants.twin(Favourites.class, LookingFavourites::new)),
                new PlantedDefect(
                        "connection-kept-on-refusal",
                        List.of("X2"),
                        "A write that is refused does not give its connection back, ten times at"
                                + " most, as with a missing finally.",
                        Plants.NATURAL,
                        false,
                        parts ->
                                parts.withTransactions(
                                        altered ->
                                                new LeakingTransactions(
                                                        parts.transacting().apply(altered),
                                                        altered.jdbi(),
                                                        new Semaphore(10)))));
    }

    private record StrictTransactions(Transactions sound, Jdbi jdbi, Seams seams)
            implements ServiceForwarding.Transacting {
        @Override
        public <T> T write(Function<Work, T> work) {
            try (Handle handle = jdbi.open()) {
                Work mine = new Work(handle, seams);
                T value =
                        handle.inTransaction(
                                TransactionIsolationLevel.SERIALIZABLE,
                                transaction -> work.apply(mine));
                mine.committed();
                return value;
            }
        }
    }

    private static Parts aggregating(Parts parts) {
        Stored stored = Plants.shared(parts, Stored.class, "totals", Stored::new);
        UnaryOperator<Statistics> statistics = sound -> new StoredStatistics(sound, stored);
        Transactions transactions = parts.transactions();
        UnaryOperator<EventLog> events = sound -> new RefreshingEvents(sound, transactions, stored);
        return Plants.both(
                        Plants.twin(Statistics.class, statistics),
                        Plants.twin(EventLog.class, events))
                .apply(parts);
    }

    private record Stored(AtomicReference<Statistics.@Nullable Totals> totals) {
        Stored() {
            this(new AtomicReference<>());
        }
    }

    private record RefreshingEvents(EventLog sound, Transactions transactions, Stored stored)
            implements ServiceForwarding.Events {
        @Override
        public void append(
                Work work, String kind, @Nullable String imageId, @Nullable String memberId) {
            sound.append(work, kind, imageId, memberId);
            work.afterCommit(
                    () -> {
                        Statistics.Totals fresh =
                                transactions.snapshot(
                                        later -> later.the(Statistics.class).totals(later));
                        Window.passInPart();
                        stored.totals().set(fresh);
                    });
        }
    }

    private record StoredStatistics(Statistics sound, Stored stored) implements Statistics {
        @Override
        public Totals totals(Work work) {
            Totals fresh = sound.totals(work);
            Totals kept = stored.totals().get();
            return kept == null
                    ? fresh
                    : new Totals(
                            fresh.images(),
                            kept.votes(),
                            kept.favourites(),
                            kept.comments(),
                            fresh.byBreed(),
                            fresh.byCategory());
        }
    }

    private record TwiceFavourites(Favourites sound) implements SocialForwarding.Favouring {
        @Override
        public void remove(Work work, Caller caller, String favouriteId) {
            Optional<Favourite> mine =
                    work
                            .the(Favourites.class)
                            .list(work, caller.memberId(), null, Integer.MAX_VALUE)
                            .stream()
                            .filter(favourite -> favourite.id().equals(favouriteId))
                            .findFirst();
            if (mine.isEmpty()) {
                sound.remove(work, caller, favouriteId);
                return;
            }
            Window.pass();
            String imageId = mine.get().imageId();
            work.handle()
                    .createUpdate("DELETE FROM favourites WHERE id = :id")
                    .bind("id", favouriteId)
                    .execute();
            Tombstones.bury(work, favouriteId);
            work.the(Counters.class).favourites(work, imageId, -1);
            work.the(EventLog.class).append(work, "favourite.removed", imageId, caller.memberId());
        }
    }

    private record LookingFavourites(Favourites sound) implements SocialForwarding.Favouring {
        @Override
        public Favourite add(Work work, Caller caller, String imageId) {
            List<Favourite> known = mine(work, caller, imageId);
            if (!known.isEmpty()) {
                throw RefusedRequest.duplicate("image " + imageId, "It is a favourite already.");
            }
            Window.pass();
            Locks locks = work.the(Locks.class);
            locks.image(work, imageId).mustBeReady();
            locks.member(work, caller.memberId());
            work.handle()
                    .createUpdate(
                            """
                            INSERT INTO favourites (id, member_id, image_id)
                            VALUES (:id, :member, :image)
                            """)
                    .bind("id", Ids.fresh())
                    .bind("member", caller.memberId())
                    .bind("image", imageId)
                    .execute();
            work.the(Counters.class).favourites(work, imageId, 1);
            work.the(EventLog.class).append(work, "favourite.added", imageId, caller.memberId());
            return mine(work, caller, imageId).getFirst();
        }

        private List<Favourite> mine(Work work, Caller caller, String imageId) {
            return sound.list(work, caller.memberId(), null, Integer.MAX_VALUE).stream()
                    .filter(favourite -> favourite.imageId().equals(imageId))
                    .toList();
        }
    }

    private record LeakingTransactions(Transactions sound, Jdbi jdbi, Semaphore leaks)
            implements ServiceForwarding.Transacting {
        @Override
        public <T> T write(Function<Work, T> work) {
            try {
                return sound.write(work);
            } catch (RefusedRequest refusal) {
                if (leaks.tryAcquire()) {
                    KEPT.add(jdbi.open());
                }
                throw refusal;
            }
        }

        /** Keeps the handles from the garbage collector, which would not close them either. */
        private static final Queue<Handle> KEPT = new ConcurrentLinkedQueue<>();
    }
}
