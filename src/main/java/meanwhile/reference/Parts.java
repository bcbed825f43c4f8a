package meanwhile.reference;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import meanwhile.reference.seam.Admission;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Doorkeeper;
import meanwhile.reference.seam.Editor;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Favourites;
import meanwhile.reference.seam.Idempotency;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.Intake;
import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Limits;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Settings;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Spool;
import meanwhile.reference.seam.Statistics;
import meanwhile.reference.seam.Taxonomy;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Upkeep;
import meanwhile.reference.seam.Uploads;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.WaitingRoom;
import meanwhile.reference.store.CaffeineImages;
import meanwhile.reference.store.Direct;
import meanwhile.reference.store.LeasingProcessor;
import meanwhile.reference.store.Places;
import meanwhile.reference.store.Polls;
import meanwhile.reference.store.SlidingLog;
import meanwhile.reference.store.SqlCollections;
import meanwhile.reference.store.SqlComments;
import meanwhile.reference.store.SqlCounters;
import meanwhile.reference.store.SqlDeleter;
import meanwhile.reference.store.SqlDoorkeeper;
import meanwhile.reference.store.SqlEditor;
import meanwhile.reference.store.SqlEvents;
import meanwhile.reference.store.SqlFavourites;
import meanwhile.reference.store.SqlIdempotency;
import meanwhile.reference.store.SqlLocks;
import meanwhile.reference.store.SqlMembers;
import meanwhile.reference.store.SqlSearch;
import meanwhile.reference.store.SqlSettings;
import meanwhile.reference.store.SqlShelf;
import meanwhile.reference.store.SqlStatistics;
import meanwhile.reference.store.SqlTaxonomy;
import meanwhile.reference.store.SqlTransactions;
import meanwhile.reference.store.SqlUpkeep;
import meanwhile.reference.store.SqlUploads;
import meanwhile.reference.store.SqlVotes;
import meanwhile.reference.web.Front;
import org.jdbi.v3.core.Jdbi;

/**
 * Holds the parts of one node, each behind its seam. A planted defect is a copy with one or two
 * parts replaced; parts find each other through {@link Seams}, so that all use the replacement.
 *
 * @param jdbi the node's database
 * @param limits the tunables
 * @param clock judges the expiry of tokens
 * @param transacting makes transactions over these parts
 * @param behind the part for each seam
 */
public record Parts(
        Jdbi jdbi,
        Limits limits,
        Clock clock,
        Function<Parts, Transactions> transacting,
        Map<Class<?>, Object> behind)
        implements Seams {
    /** Makes a defensive copy. */
    public Parts {
        behind = Map.copyOf(behind);
    }

    /** The sound parts of a node. */
    public static Parts sound(Jdbi jdbi, Limits limits) {
        Direct direct = new Direct();
        Clock clock = Clock.systemUTC();
        return new Parts(
                        jdbi,
                        limits,
                        clock,
                        parts -> new SqlTransactions(parts.jdbi(), parts),
                        Map.of())
                .with(Settings.class, new SqlSettings())
                .with(Doorkeeper.class, new SqlDoorkeeper(clock))
                .with(Members.class, new SqlMembers(limits.sessionLifetime()))
                .with(Locks.class, new SqlLocks())
                .with(Counters.class, new SqlCounters())
                .with(Limiter.class, new SlidingLog())
                .with(Intake.class, direct)
                .with(Spool.class, direct)
                .with(Uploads.class, new SqlUploads())
                .with(Shelf.class, new SqlShelf())
                .with(ImageCache.class, new CaffeineImages())
                .with(SearchIndex.class, new SqlSearch())
                .with(Processor.class, new LeasingProcessor())
                .with(Deleter.class, new SqlDeleter())
                .with(VoteBook.class, new SqlVotes())
                .with(Statistics.class, new SqlStatistics())
                .with(Idempotency.class, new SqlIdempotency())
                .with(Editor.class, new SqlEditor())
                .with(Favourites.class, new SqlFavourites())
                .with(Comments.class, new SqlComments())
                .with(Collections.class, new SqlCollections())
                .with(Taxonomy.class, new SqlTaxonomy())
                .with(EventLog.class, new SqlEvents())
                .with(Upkeep.class, new SqlUpkeep())
                .with(Front.class, operation -> operation)
                .with(Admission.class, new Places(limits.requests()))
                .with(WaitingRoom.class, waitingRoom(limits.pollsPerMember()));
    }

    private static WaitingRoom waitingRoom(int pollsPerMember) {
        return (seams, transactions, name) -> new Polls(seams, transactions, pollsPerMember, name);
    }

    /** A copy with another part behind this seam. */
    public <T> Parts with(Class<T> seam, T part) {
        Map<Class<?>, Object> copy = new HashMap<>(behind);
        copy.put(seam, part);
        return new Parts(jdbi, limits, clock, transacting, copy);
    }

    /** A copy with another way to make transactions. */
    public Parts withTransactions(Function<Parts, Transactions> other) {
        return new Parts(jdbi, limits, clock, other, behind);
    }

    /** Transactions over these parts. */
    public Transactions transactions() {
        return transacting.apply(this);
    }

    @Override
    public <T> T the(Class<T> seam) {
        Object part = behind.get(seam);
        if (part == null) {
            throw new IllegalStateException("there is no part behind " + seam.getSimpleName());
        }
        return seam.cast(part);
    }
}
