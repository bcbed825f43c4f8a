package meanwhile.reference.defect;

import java.util.List;
import java.util.Objects;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Editor;
import meanwhile.reference.seam.Picture;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Uploads;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Defines faults of refusals that leave something behind, or take too much back. */
final class RefusalRemainderDefects {
    private static final int STALE = 412;

    private RefusalRemainderDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "refused-upload-returned-twice",
                        List.of("U1.3", "R5.1", "R5.2"),
                        "An upload that is refused for its collection gives its place in the"
                                + " allowance back twice, once by the transaction and once by the"
                                + " handler, so the member has one upload more than allowed, as"
                                + " with compensations on top of a rollback.",
                        Plants.NATURAL,
                        false,
                        Plants.working(Uploads.class, ReturningUploads::new)),
                new PlantedDefect(
                        "refused-replacement-charged",
                        List.of("X2", "L3.3"),
                        "A replacement that is refused for its version has been charged to the"
                                + " account, as where bytes are metered when they arrive.",
                        Plants.NATURAL,
                        false,
                        Plants.working(Editor.class, MeteredEditor::new)),
                new PlantedDefect(
                        "refused-vote-bumps-version",
                        List.of("U6.3"),
                        "A conditional change of a vote that is refused counts as a version, so the"
                                + " tag that the refusal names is refused as well, as with"
                                + " optimistic locks that are forced to increment.",
                        Plants.NATURAL,
                        false,
                        Plants.working(VoteBook.class, BumpingVotes::new)));
    }

    private record ReturningUploads(Uploads sound, Transactions transactions) implements Uploads {
        @Override
        public Accepted accept(Work work, Caller caller, Upload upload) {
            try {
                return sound.accept(work, caller, upload);
            } catch (RefusedRequest refusal) {
                if (Objects.requireNonNullElse(refusal.resource(), "").startsWith("collection ")) {
                    transactions.write(own -> giveBack(own, caller.memberId()));
                }
                throw refusal;
            }
        }

        private static int giveBack(Work work, String memberId) {
            return work.handle()
                    .createUpdate(
                            """
                            DELETE FROM upload_stamps WHERE member_id = :member AND at =
                                (SELECT max(at) FROM upload_stamps WHERE member_id = :member)
                            """)
                    .bind("member", memberId)
                    .execute();
        }
    }

    private record MeteredEditor(Editor sound, Transactions transactions)
            implements SocialForwarding.Editing {
        @Override
        public void replace(
                Work work,
                Caller caller,
                String imageId,
                @Nullable String ifMatch,
                Picture picture) {
            try {
                sound.replace(work, caller, imageId, ifMatch, picture);
            } catch (RefusedRequest refusal) {
                if (refusal.status() == STALE) {
                    String owner = work.the(Shelf.class).image(work, imageId).heavy().ownerId();
                    transactions.write(own -> charge(own, owner, picture.bytes().length));
                }
                throw refusal;
            }
        }

        private static long charge(Work work, String memberId, long bytes) {
            work.the(Counters.class).usage(work, memberId, 0, bytes);
            return bytes;
        }
    }

    private record BumpingVotes(VoteBook sound, Transactions transactions)
            implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            try {
                return sound.cast(work, caller, imageId, value, ifMatch);
            } catch (RefusedRequest refusal) {
                if (refusal.status() == STALE) {
                    transactions.write(own -> bump(own, caller.memberId(), imageId));
                }
                throw refusal;
            }
        }

        private static int bump(Work work, String memberId, String imageId) {
            return work.handle()
                    .createUpdate(
                            """
                            UPDATE votes SET version = version + 1
                            WHERE member_id = :member AND image_id = :image
                            """)
                    .bind("member", memberId)
                    .bind("image", imageId)
                    .execute();
        }
    }
}
