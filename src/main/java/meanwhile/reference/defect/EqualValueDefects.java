package meanwhile.reference.defect;

import java.util.List;
import java.util.Optional;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.ETags;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Defines faults of taking what is equal for the same. */
final class EqualValueDefects {
    private EqualValueDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "vote-version-from-value",
                        List.of("U6.3"),
                        "The version of a vote is made from its value, so after up, down and up a"
                                + " change meant for the first of them is let through, as with tags"
                                + " that are hashes of the content.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(VoteBook.class, ValueVotes::new)),
                new PlantedDefect(
                        "same-comment-dropped",
                        List.of("R2.2", "L3.3"),
                        "A comment with the words of its author's comment just before is answered"
                                + " with that one and dropped, as with guards against double"
                                + " clicks.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Comments.class, DistinctComments::new)),
                new PlantedDefect(
                        "equal-bytes-stored-once",
                        List.of("U1.2", "R3.1"),
                        "Equal bytes are one stored object, which goes with the first image that is"
                                + " deleted, so the others have no picture any more, as with"
                                + " content-addressed stores that count no references.",
                        Plants.NATURAL,
                        false,
                        Plants.both(
                                Plants.twin(Deleter.class, EqualValueDefects::deletingObjects),
                                Plants.twin(Shelf.class, ObjectShelf::new))));
    }

    private record ValueVotes(VoteBook sound) implements SocialForwarding.Votes {
        @Override
        public Cast cast(
                Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
            work.the(Locks.class).image(work, imageId).mustBeReady();
            if (ifMatch != null) {
                mustMatch(value(work, caller.memberId(), imageId), imageId, ifMatch);
            }
            Cast cast = sound.cast(work, caller, imageId, value, null);
            return new Cast(versioned(cast.vote()), cast.first());
        }

        private static Optional<Integer> value(Work work, String memberId, String imageId) {
            return work.handle()
                    .createQuery(
                            """
                            SELECT value FROM votes
                            WHERE member_id = :member AND image_id = :image
                            """)
                    .bind("member", memberId)
                    .bind("image", imageId)
                    .mapTo(Integer.class)
                    .findOne();
        }

        private static void mustMatch(Optional<Integer> value, String imageId, String ifMatch) {
            String tag = value.map(one -> ETags.of(version(one))).orElse("none");
            if (value.isEmpty() || !ETags.matches(ifMatch, tag)) {
                throw RefusedRequest.stale(
                        "vote on image " + imageId, "The vote's version now is " + tag + ".");
            }
        }

        private static int version(int value) {
            return value == 1 ? 1 : 2;
        }

        private static Vote versioned(Vote vote) {
            return new Vote(
                    vote.seq(),
                    vote.id(),
                    vote.imageId(),
                    vote.value(),
                    version(vote.value()),
                    vote.createdAt(),
                    vote.updatedAt());
        }

        @Override
        public List<Vote> history(Work work, String memberId, @Nullable Long after, int limit) {
            return sound.history(work, memberId, after, limit).stream()
                    .map(ValueVotes::versioned)
                    .toList();
        }
    }

    private record DistinctComments(Comments sound) implements SocialForwarding.Commenting {
        @Override
        public Comment add(Work work, Caller caller, String imageId, String text) {
            work.the(Locks.class).image(work, imageId).mustBeReady();
            long before = sound.count(work, imageId) - 1L;
            return sound.list(work, imageId, before, 1).stream()
                    .filter(last -> last.authorId().equals(caller.memberId()))
                    .filter(last -> last.text().equals(text))
                    .findFirst()
                    .orElseGet(() -> sound.add(work, caller, imageId, text));
        }
    }

    private static Deleter deletingObjects(Deleter sound) {
        return (work, caller, imageId) -> {
            List<String> objects =
                    work.handle()
                            .createQuery("SELECT sha256 FROM blobs WHERE image_id = :id")
                            .bind("id", imageId)
                            .mapTo(String.class)
                            .list();
            sound.delete(work, caller, imageId);
            // Rows that another deletion holds lose their bytes with it.
            work.handle()
                    .createUpdate(
                            """
                            UPDATE blobs SET bytes = '' WHERE id IN (SELECT id FROM blobs
                                WHERE sha256 = ANY (:objects) ORDER BY id FOR UPDATE SKIP LOCKED)
                            """)
                    .bind("objects", objects.toArray(String[]::new))
                    .execute();
        };
    }

    private record ObjectShelf(Shelf sound) implements Forwarding.Shelves {
        @Override
        public Stored file(Work work, String imageId) {
            Stored stored = sound.file(work, imageId);
            if (stored.bytes().length == 0) {
                throw RefusedRequest.unknown("object " + stored.sha256());
            }
            return stored;
        }
    }
}
