package meanwhile.reference.defect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.ETags;
import meanwhile.reference.seam.EventLog;
import meanwhile.reference.seam.Ids;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.VoteBook.Vote;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlLocks;
import meanwhile.reference.store.SqlVotes;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Defines faults of U6, votes in quick succession. */
final class SequenceDefects {
    private SequenceDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "two-votes-of-one-member",
                        List.of("U6.1", "R1.2"),
                        "A vote is looked up and inserted if absent, with neither lock nor"
                                + " constraint, so two at once make two rows, as in most"
                                + " find_or_create code.",
                        Plants.WIDENED,
                        true,
                        Plants.both(
                                Plants.without("votes", "one_vote_per_image"),
                                Plants.twin(VoteBook.class, InsertIfAbsentVotes::new))),
                new PlantedDefect(
                        "older-vote-applied-last",
                        List.of("U6.2", "U6.3"),
                        "A changed vote is acknowledged and left to a pool of workers, of which"
                                + " every second takes 40 ms longer, so an older vote may come"
                                + " last, as with unordered queues.",
                        "40 ms of every second worker",
                        false,
                        Plants.working(VoteBook.class, UnorderedVotes::new)),
                new PlantedDefect(
                        "if-match-outside-transaction",
                        List.of("U6.3"),
                        "The version is compared before the transaction that changes the vote, so"
                                + " two conditional changes both pass, as in controllers that check"
                                + " and services that write.",
                        Plants.WIDENED,
                        true,
                        Plants.working(VoteBook.class, EarlyCheckedVotes::new)));
    }

    private static Optional<Vote> find(Work work, String memberId, String imageId) {
        return work.the(VoteBook.class).history(work, memberId, null, Integer.MAX_VALUE).stream()
                .filter(vote -> vote.imageId().equals(imageId))
                .findFirst();
    }

    private record InsertIfAbsentVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            new SqlLocks("").image(work, imageId).mustBeReady();
            Optional<Vote> before = find(work, caller.memberId(), imageId);
            mustMatch(before, imageId, ifMatch);
            Window.pass();
            before.ifPresentOrElse(
                    vote -> update(work, vote, value),
                    () -> insert(work, caller.memberId(), imageId, value));
            int was = before.map(Vote::value).orElse(0);
            SqlVotes.adjust(work, imageId, was, value);
            work.the(EventLog.class).append(work, "vote.cast", imageId, caller.memberId());
            return new Cast(find(work, caller.memberId(), imageId).orElseThrow(), before.isEmpty());
        }

        private static void update(Work work, Vote vote, int value) {
            work.handle()
                    .createUpdate(
                            """
                            UPDATE votes SET value = :value, version = version + 1,
                            updated_at = clock_timestamp() WHERE id = :id
                            """)
                    .bind("value", value)
                    .bind("id", vote.id())
                    .execute();
        }

        private static void insert(Work work, String memberId, String imageId, int value) {
            work.handle()
                    .createUpdate(
                            """
                            INSERT INTO votes (id, member_id, image_id, value)
                            VALUES (:id, :member, :image, :value)
                            """)
                    .bind("id", Ids.fresh())
                    .bind("member", memberId)
                    .bind("image", imageId)
                    .bind("value", value)
                    .execute();
        }
    }

    private static void mustMatch(Optional<Vote> vote, String imageId, @Nullable String ifMatch) {
        String tag = vote.map(found -> ETags.of(found.version())).orElse("none");
        if (ifMatch != null && (vote.isEmpty() || !ETags.matches(ifMatch, tag))) {
            throw RefusedRequest.stale(
                    "vote on image " + imageId, "The vote's version is " + tag + ".");
        }
    }

    /** First votes are cast at once; changes without a condition are left to workers. */
    private record UnorderedVotes(VoteBook sound, Transactions transactions, AtomicLong turn)
            implements SocialForwarding.Votes {
        private static final long SLOW_MILLIS = 40;

        UnorderedVotes(VoteBook sound, Transactions transactions) {
            this(sound, transactions, new AtomicLong());
        }

        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            Optional<Vote> before = find(work, caller.memberId(), imageId);
            if (before.isEmpty() || ifMatch != null) {
                return sound.cast(work, caller, imageId, value, ifMatch);
            }
            Vote vote = before.get();
            boolean slow = turn.getAndIncrement() % 2 == 0;
            work.afterCommit(
                    () -> Thread.startVirtualThread(() -> apply(caller, imageId, value, slow)));
            return new Cast(
                    new Vote(
                            vote.seq(),
                            vote.id(),
                            imageId,
                            value,
                            vote.version() + 1,
                            vote.createdAt(),
                            vote.updatedAt()),
                    false);
        }

        private void apply(Caller caller, String imageId, int value, boolean slow) {
            if (slow) {
                Window.hold(SLOW_MILLIS);
            }
            try {
                transactions.write(work -> sound.cast(work, caller, imageId, value, null));
            } catch (RefusedRequest | JdbiException lost) {
                // No one waits for the outcome any more.
                return;
            }
        }
    }

    private record EarlyCheckedVotes(VoteBook sound, Transactions transactions)
            implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            if (ifMatch != null) {
                mustMatch(
                        transactions.read(early -> find(early, caller.memberId(), imageId)),
                        imageId,
                        ifMatch);
                Window.pass();
            }
            return sound.cast(work, caller, imageId, value, null);
        }
    }
}
