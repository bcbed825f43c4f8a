package meanwhile.reference.seam;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import meanwhile.reference.seam.EventLog.Page;
import meanwhile.reference.seam.EventLog.Position;

/** Opens the set of waiting long polls of a node. */
@FunctionalInterface
public interface WaitingRoom {
    /** Opens a node's waiting polls; their threads carry the name. */
    Waiting open(Seams seams, Transactions transactions, String name);

    /** A node's waiting polls. */
    interface Waiting extends AutoCloseable {
        /**
         * Holds a poll until there is news after a position or the time is up, which an empty page
         * says; 429 beyond the member's bound, 503 beyond the node's.
         */
        CompletableFuture<Page> hold(String memberId, Position after, Duration wait);

        /** Called when there may be news. */
        void wake();

        /** Ends a member's polls: their rights changed, so each must ask again. */
        void end(String memberId);

        /** The number of polls waiting now. */
        int waiting();

        /** Answers all polls and admits no more. */
        @Override
        void close();
    }
}
