package meanwhile.reference.defect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meanwhile.reference.media.Media.Decoded;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.SearchIndex;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.LeasingProcessor;
import meanwhile.reference.store.LeasingProcessor.Job;

/** Defines faults of two things that should agree and that hardly anybody compares. */
final class UnreadRelationDefects {
    private UnreadRelationDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(pictures(), lists()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> pictures() {
        return List.of(
                new PlantedDefect(
                        "replaced-bytes-still-charged",
                        List.of("X2", "L3.3"),
                        "The bytes of a picture that was replaced stay charged to the account, also"
                                + " when the image is deleted, as with quotas that know uploads and"
                                + " deletions only.",
                        Plants.NATURAL,
                        false,
                        parts -> parts.with(Processor.class, charging())),
                new PlantedDefect(
                        "thumbnail-of-the-old-picture",
                        List.of("D3.3", "R3.1"),
                        "A replaced picture keeps the thumbnail of the one before, as where"
                                + " thumbnails are made if there is none and kept under the image's"
                                + " name.",
                        Plants.NATURAL,
                        false,
                        parts -> parts.with(Processor.class, keepingThumbnails())),
                new PlantedDefect(
                        "search-keeps-old-words",
                        List.of("D2.3"),
                        "After a new title the image is still found by the words of the old one, as"
                                + " with an index to which a change only adds.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(SearchIndex.class, AddingSearch::new)));
    }

    private static List<PlantedDefect> lists() {
        return List.of(
                new PlantedDefect(
                        "deletion-counted-in-one-collection",
                        List.of("U8.2", "U3.3", "D1.3"),
                        "A deletion takes the image out of all collections and lowers the count of"
                                + " one, as with a query for the collection of an image that was"
                                + " written when there could be one only.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Deleter.class, UnreadRelationDefects::countingOne)),
                new PlantedDefect(
                        "taken-out-and-still-counted",
                        List.of("U8.2", "D1.3"),
                        "An image that is taken out of a collection is still counted there, as with"
                                + " a counter that follows additions and whole deletions.",
                        Plants.NATURAL,
                        false,
                        Plants.twin(Collections.class, CountingCollections::new)),
                new PlantedDefect(
                        "merge-doubles-common-images",
                        List.of("A2.2", "A2.3"),
                        "A merge of two categories puts an image twice into the one that remains if"
                                + " it was in both, as with a table of pairs that has no key.",
                        Plants.NATURAL,
                        false,
                        Plants.without("image_categories", "image_categories_pkey")));
    }

    private static Processor charging() {
        return new RefinishingProcessor<>(
                (work, job) -> job,
                (work, job, decoded, loaded) ->
                        LeasingProcessor.finish(
                                decoded instanceof Decoded.Thumbnail
                                        ? Plants.altered(work, Counters.class, NeverLess::new)
                                        : work,
                                job,
                                decoded));
    }

    private record NeverLess(Counters sound) implements Forwarding.Counting {
        @Override
        public void usage(Work work, String memberId, int images, long bytes) {
            sound.usage(work, memberId, images, Math.max(0, bytes));
        }
    }

    private static Processor keepingThumbnails() {
        return new RefinishingProcessor<>(
                (work, job) -> job,
                (work, job, decoded, loaded) -> {
                    Optional<byte[]> old = thumbnail(work, job);
                    LeasingProcessor.finish(work, job, decoded);
                    old.ifPresent(png -> keep(work, job, png));
                });
    }

    private static Optional<byte[]> thumbnail(Work work, Job job) {
        return work.handle()
                .createQuery(
                        """
                        SELECT b.thumbnail FROM images i JOIN blobs b ON b.id = i.blob_id
                        WHERE i.id = :image AND b.thumbnail IS NOT NULL
                        """)
                .bind("image", job.imageId())
                .mapTo(byte[].class)
                .findOne();
    }

    private static void keep(Work work, Job job, byte[] png) {
        work.handle()
                .createUpdate("UPDATE blobs SET thumbnail = :png WHERE id = :blob")
                .bind("png", png)
                .bind("blob", job.blobId())
                .execute();
    }

    private record AddingSearch(SearchIndex sound) implements Forwarding.Search {
        @Override
        public void put(Work work, String imageId) {
            Optional<String> old =
                    work.handle()
                            .createQuery(
                                    "SELECT words::text FROM search_entries WHERE image_id = :id")
                            .bind("id", imageId)
                            .mapTo(String.class)
                            .findOne();
            sound.put(work, imageId);
            old.ifPresent(words -> add(work, imageId, words));
        }

        private static void add(Work work, String imageId, String words) {
            work.handle()
                    .createUpdate(
                            """
                            UPDATE search_entries SET words = words || cast(:words AS tsvector)
                            WHERE image_id = :id
                            """)
                    .bind("words", words)
                    .bind("id", imageId)
                    .execute();
        }
    }

    private static Deleter countingOne(Deleter sound) {
        return (work, caller, imageId) -> {
            // No placement comes between, for it would need the image's lock.
            work.the(Locks.class).image(work, imageId);
            List<String> collections =
                    work.handle()
                            .createQuery(
                                    """
                                    SELECT collection_id FROM collection_images
                                    WHERE image_id = :id ORDER BY seq
                                    """)
                            .bind("id", imageId)
                            .mapTo(String.class)
                            .list();
            sound.delete(work, caller, imageId);
            collections.stream().skip(1).forEach(id -> countOneMore(work, id));
        };
    }

    private static void countOneMore(Work work, String collectionId) {
        work.handle()
                .createUpdate("UPDATE collections SET count = count + 1 WHERE id = :id")
                .bind("id", collectionId)
                .execute();
    }

    private record CountingCollections(Collections sound) implements SocialForwarding.Collecting {
        @Override
        public void take(Work work, Caller caller, String collectionId, String imageId) {
            sound.take(work, caller, collectionId, imageId);
            countOneMore(work, collectionId);
        }
    }
}
