package meanwhile.reference.seam;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import meanwhile.reference.seam.EventLog.Page;
import meanwhile.reference.seam.EventLog.Position;

/** Opens the place where long polls wait. */
@FunctionalInterface
public interface WaitingRoom {
    /** Opens a node's room; its threads carry the name. */
    Waiting open(Seams seams, Transactions transactions, String name);

    /** A node's waiting polls. */
    interface Waiting extends AutoCloseable {
        /**
         * Holds a poll until there is news after a position or the time is up, which an empty page
         * says; 429 past the member's bound, 503 past the node's.
         */
        CompletableFuture<Page> hold(String memberId, Position after, Duration wait);

        /** There may be news. */
        void wake();

        /** Ends a member's polls: their rights changed, so each must ask again. */
        void end(String memberId);

        /** How many polls wait now. */
        int waiting();

        /** Answers all and lets no more in. */
        @Override
        void close();
    }
}
