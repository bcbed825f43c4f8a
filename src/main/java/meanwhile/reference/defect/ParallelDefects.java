package meanwhile.reference.defect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.VoteBook.Vote;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Defines faults of U4, one member's parallel work. */
final class ParallelDefects {
    private static final int LONGEST_HISTORY = 10_000;

    private ParallelDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "table-lock-on-upload",
                        List.of("U4.1", "X3"),
                        "An upload locks the whole table of votes and reads give up after 5 ms, as"
                                + " with MyISAM tables or a careless LOCK TABLE.",
                        Window.DEFAULT_MILLIS + " ms under the table's lock",
                        true,
                        Plants.both(
                                Plants.twin(Shelf.class, TableLockingShelf::new),
                                Plants.transactions(ImpatientReads::new))),
                new PlantedDefect(
                        "history-from-stale-cache",
                        List.of("U4.2", "U4.3"),
                        "The history is served from a cache that an upload fills with the copy it"
                                + " read before a vote was cast, as with memcached set after a slow"
                                + " read.",
                        Plants.WIDENED,
                        true,
                        ParallelDefects::cachingHistory),
                new PlantedDefect(
                        "vote-dropped-on-conflict",
                        List.of("U4.3"),
                        "A vote that meets an upload of the same member is rolled back as a"
                                + " conflict and acknowledged all the same, as in write-behind"
                                + " batches whose errors go to the log only.",
                        Window.DEFAULT_MILLIS + " ms within the upload",
                        true,
                        Plants.both(
                                Plants.twin(Shelf.class, MarkingShelf::new),
                                Plants.twin(VoteBook.class, YieldingVotes::new))));
    }

    private record TableLockingShelf(Shelf sound) implements Forwarding.Shelves {
        @Override
        public String add(Work work, String ownerId, Upload upload) {
            work.handle().execute("LOCK TABLE votes IN ACCESS EXCLUSIVE MODE");
            Window.pass();
            return sound.add(work, ownerId, upload);
        }
    }

    private record ImpatientReads(Transactions sound) implements ServiceForwarding.Transacting {
        @Override
        public <T> T snapshot(Function<Work, T> work) {
            return sound.snapshot(
                    impatient -> {
                        impatient.handle().execute("SET LOCAL lock_timeout = '5ms'");
                        return work.apply(impatient);
                    });
        }
    }

    private static Parts cachingHistory(Parts parts) {
        Histories cache = Plants.shared(parts, Histories.class, "histories", Histories::new);
        UnaryOperator<VoteBook> votes = sound -> new CachedVotes(sound, cache);
        UnaryOperator<Shelf> shelf = sound -> new FillingShelf(sound, cache);
        UnaryOperator<Deleter> deleter =
                sound ->
                        (work, caller, imageId) -> {
                            sound.delete(work, caller, imageId);
                            work.afterCommit(cache.byMember()::invalidateAll);
                        };
        return Plants.both(
                        Plants.twin(VoteBook.class, votes),
                        Plants.twin(Shelf.class, shelf),
                        Plants.twin(Deleter.class, deleter))
                .apply(parts);
    }

    /** The histories that uploads have read. */
    private record Histories(Cache<String, List<Vote>> byMember) {
        Histories() {
            this(Caffeine.newBuilder().maximumSize(LONGEST_HISTORY).build());
        }
    }

    private record FillingShelf(Shelf sound, Histories cache) implements Forwarding.Shelves {
        @Override
        public String add(Work work, String ownerId, Upload upload) {
            String id = sound.add(work, ownerId, upload);
            VoteBook votes = work.the(VoteBook.class);
            List<Vote> known = cache.byMember().getIfPresent(ownerId);
            List<Vote> history =
                    known == null ? votes.history(work, ownerId, null, LONGEST_HISTORY) : known;
            work.afterCommit(
                    () -> {
                        Window.pass();
                        cache.byMember().put(ownerId, history);
                    });
            return id;
        }
    }

    private record CachedVotes(VoteBook sound, Histories cache) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            Cast cast = sound.cast(work, caller, imageId, value, ifMatch);
            work.afterCommit(() -> cache.byMember().invalidate(caller.memberId()));
            return cast;
        }

        @Override
        public void withdraw(Work work, Caller caller, String voteId) {
            sound.withdraw(work, caller, voteId);
            work.afterCommit(() -> cache.byMember().invalidate(caller.memberId()));
        }

        @Override
        public List<Vote> history(Work work, String memberId, @Nullable Long after, int limit) {
            List<Vote> known = cache.byMember().getIfPresent(memberId);
            return known == null
                    ? sound.history(work, memberId, after, limit)
                    : known.stream()
                            .filter(vote -> after == null || vote.seq() > after)
                            .limit(limit)
                            .toList();
        }
    }

    /** Marks the member as uploading, for as long as the upload's transaction lasts. */
    private record MarkingShelf(Shelf sound) implements Forwarding.Shelves {
        @Override
        public String add(Work work, String ownerId, Upload upload) {
            Marks.take(work, "pg_advisory_xact_lock_shared", ownerId);
            Window.pass();
            return sound.add(work, ownerId, upload);
        }
    }

    private record YieldingVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            boolean free = Marks.isFree(work, caller.memberId());
            work.handle().savepoint("vote");
            Cast cast = sound.cast(work, caller, imageId, value, ifMatch);
            if (!free) {
                work.handle().rollbackToSavepoint("vote");
            }
            return cast;
        }
    }

    /** Advisory locks of a kind used only here. */
    private static final class Marks {
        private static final int KIND = 41;

        static void take(Work work, String function, String key) {
            work.handle()
                    .createQuery("SELECT " + function + "(:kind, hashtext(:key))::text")
                    .bind("kind", KIND)
                    .bind("key", key)
                    .mapTo(String.class)
                    .findFirst();
        }

        static boolean isFree(Work work, String key) {
            return work.handle()
                    .createQuery("SELECT pg_try_advisory_xact_lock(:kind, hashtext(:key))")
                    .bind("kind", KIND)
                    .bind("key", key)
                    .mapTo(Boolean.class)
                    .one();
        }
    }
}
