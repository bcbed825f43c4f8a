package meanwhile.reference.defect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import meanwhile.reference.media.Media;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.EventLog.Page;
import meanwhile.reference.seam.EventLog.Position;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.WaitingRoom;
import meanwhile.reference.seam.WaitingRoom.Waiting;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.LeasingProcessor;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Defines decoys in the work itself. */
final class WorkDecoys {
    /** Less than the promised propagation delay of 500 ms. */
    private static final long PROPAGATION_MILLIS = 400;

    /**
     * Less than the promised processing time of 5 s, even for an image that waits for the worker.
     */
    private static final long PROCESSING_MILLIS = 4_000;

    private WorkDecoys() {}

    static List<Decoy> all() {
        return Stream.of(orders(), promises()).flatMap(List::stream).toList();
    }

    private static List<Decoy> orders() {
        return List.of(
                new Decoy(
                        "comments-in-another-order",
                        "Comments of one moment are stored in any order, not in that of sending;"
                                + " all readers see the one that came out.",
                        List.of("R2.2"),
                        Plants.twin(Comments.class, ShuffledComments::new)),
                new Decoy(
                        "votes-in-another-order",
                        "Changes of one vote at one moment are stored in any order; before an"
                                + " answer nothing is promised.",
                        List.of("U6.2", "U6.3", "R1.3"),
                        Plants.twin(VoteBook.class, ShuffledVotes::new)));
    }

    private static List<Decoy> promises() {
        return List.of(
                new Decoy(
                        "propagation-just-inside-the-promise",
                        "Lists show an image 400 ms after its upload, within the promised 500 ms.",
                        List.of("D2.2", "D3.2", "R3.2"),
                        Plants.twin(SearchIndex.class, LateSearch::new)),
                new Decoy(
                        "vote-refused-while-processing",
                        "Processing takes 300 ms longer, so that votes in the same breath as the"
                                + " upload are refused with Retry-After.",
                        List.of("U2.1", "U2.2", "R3.3"),
                        ReadinessDefects.slowly(false)),
                new Decoy(
                        "vote-accepted-while-processing",
                        "Votes on images in processing are accepted and kept, and go with the image"
                                + " if processing fails.",
                        List.of("U2.2", "U2.3"),
                        Plants.both(
                                Plants.twin(VoteBook.class, ReadinessDefects.EagerVotes::new),
                                parts -> parts.with(Processor.class, new SweepingProcessor()))),
                new Decoy(
                        "processing-just-inside-the-promise",
                        "Processing takes 4 s of the promised 5 s, for all images at once.",
                        List.of("U1.2", "U3.2", "R3.3", "D2.2"),
                        parts -> parts.with(Processor.class, new PatientProcessor())),
                new Decoy(
                        "polls-end-early",
                        "A long poll is answered 204 after half the time it prefers, as Prefer"
                                + " leaves to the server.",
                        List.of("L2.2", "L2.3", "X2"),
                        Plants.twin(
                                WaitingRoom.class,
                                sound ->
                                        (seams, transactions, name) ->
                                                new HastyPolls(
                                                        sound.open(seams, transactions, name)))));
    }

    private static void shuffle() {
        Window.hold(ThreadLocalRandom.current().nextInt(30));
    }

    private record ShuffledComments(Comments sound) implements SocialForwarding.Commenting {
        @Override
        public Comment add(Work work, Caller caller, String imageId, String text) {
            shuffle();
            return sound.add(work, caller, imageId, text);
        }
    }

    private record ShuffledVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            shuffle();
            return sound.cast(work, caller, imageId, value, ifMatch);
        }
    }

    private record LateSearch(SearchIndex sound) implements Forwarding.Search {
        @Override
        public List<ImageView> search(Work work, Query query, @Nullable Long before, int limit) {
            Instant then = Instant.now().minusMillis(PROPAGATION_MILLIS);
            // Ask for more, so that hidden images do not make a page look like the last one.
            return sound.search(work, query, before, limit + 1_000).stream()
                    .filter(view -> view.heavy().createdAt().isBefore(then))
                    .limit(limit)
                    .toList();
        }
    }

    /** Takes a failed image's votes away, in the transaction that makes it fail. */
    private static final class SweepingProcessor implements Processor {
        @Override
        public boolean processNext(Transactions transactions) {
            Optional<LeasingProcessor.Job> job = transactions.write(LeasingProcessor::claim);
            job.ifPresent(
                    claimed -> {
                        Media.Decoded decoded = Media.decode(claimed.bytes());
                        Window.hold(ReadinessDefects.PROCESSING_MILLIS);
                        transactions.write(
                                work -> {
                                    LeasingProcessor.finish(work, claimed, decoded);
                                    sweep(work, claimed.imageId());
                                    return claimed;
                                });
                    });
            return job.isPresent();
        }

        private static void sweep(Work work, String imageId) {
            for (String sql :
                    List.of(
                            """
                            WITH freed AS (DELETE FROM votes v USING images i
                                WHERE i.id = v.image_id AND i.id = :id AND i.status = 'failed'
                                RETURNING v.id)
                            INSERT INTO departed SELECT id FROM freed ON CONFLICT DO NOTHING
                            """,
                            "UPDATE images SET up = 0, down = 0 WHERE id = :id AND status ="
                                    + " 'failed'")) {
                work.handle().createUpdate(sql).bind("id", imageId).execute();
            }
        }
    }

    /** Claims all jobs and finishes each after its own delay. */
    private static final class PatientProcessor implements Processor {
        @Override
        public boolean processNext(Transactions transactions) {
            Optional<LeasingProcessor.Job> job = transactions.write(LeasingProcessor::claim);
            job.ifPresent(claimed -> Thread.startVirtualThread(() -> ripen(transactions, claimed)));
            return job.isPresent();
        }

        private static void ripen(Transactions transactions, LeasingProcessor.Job claimed) {
            Media.Decoded decoded = Media.decode(claimed.bytes());
            Window.hold(PROCESSING_MILLIS);
            try {
                transactions.write(
                        work -> {
                            LeasingProcessor.finish(work, claimed, decoded);
                            return claimed;
                        });
            } catch (JdbiException | RefusedRequest closing) {
                // The lease runs out, and another attempt follows if the node is still running.
                return;
            }
        }
    }

    private record HastyPolls(Waiting sound) implements ServiceForwarding.Polling {
        @Override
        public CompletableFuture<Page> hold(String memberId, Position after, Duration wait) {
            return sound.hold(memberId, after, wait.dividedBy(2));
        }
    }
}
