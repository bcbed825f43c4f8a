package meanwhile.reference.defect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Collections;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Uploads;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlTransactions;
import org.jdbi.v3.core.JdbiException;

/** Defines faults of U8, one operation in several parts. */
final class CollectionDefects {
    private static final String FOREIGN_KEY = "23503";

    private CollectionDefects() {}

    static List<PlantedDefect> all() {
        return Stream.of(collections(), categories()).flatMap(List::stream).toList();
    }

    private static List<PlantedDefect> collections() {
        return List.of(
                new PlantedDefect(
                        "placement-in-second-transaction",
                        List.of("U8.1", "U8.2"),
                        "An upload commits its image and places it afterwards, so a placement that"
                                + " is refused leaves the image behind, as where two services are"
                                + " called in turn.",
                        Window.DEFAULT_MILLIS + " ms between the two transactions",
                        false,
                        Plants.working(Uploads.class, PlacingUploads::new)),
                new PlantedDefect(
                        "collection-count-outside-transaction",
                        List.of("U8.2"),
                        "A collection's count follows its entries in a transaction of its own, so"
                                + " readers see both disagree, as with counter columns kept by"
                                + " after-commit hooks.",
                        Window.DEFAULT_MILLIS + " ms between the two transactions",
                        true,
                        Plants.working(Collections.class, LateCounting::new)),
                new PlantedDefect(
                        "collection-read-in-two",
                        List.of("U8.2"),
                        "A collection's entries are read in one transaction and its count in the"
                                + " next, as in gateways that join two services' answers.",
                        Window.DEFAULT_MILLIS + " ms between the two reads",
                        true,
                        Plants.working(Collections.class, TornCollections::new)),
                new PlantedDefect(
                        "collection-saved-as-a-whole",
                        List.of("U8.2"),
                        "A placing reads the list, adds to it and saves it as a whole, so of two at"
                                + " once one is lost, as with arrays in documents.",
                        Window.DEFAULT_MILLIS + " ms between reading and saving",
                        true,
                        Plants.twin(Collections.class, WholeCollections::new)));
    }

    private static List<PlantedDefect> categories() {
        return List.of(
                new PlantedDefect(
                        "image-before-its-categories",
                        List.of("U8.3", "U8.1"),
                        "The image commits before its categories and breed are stored, so an upload"
                                + " that is refused for these leaves an orphan that becomes ready,"
                                + " as with ORMs that flush early.",
                        Plants.NATURAL,
                        false,
                        Plants.working(Shelf.class, EarlyShelf::new)));
    }

    private record PlacingUploads(Uploads sound, Transactions transactions) implements Uploads {
        @Override
        public Accepted accept(Work work, Caller caller, Upload upload) {
            Accepted accepted = sound.accept(work, caller, bare(upload, true));
            String collection = upload.collectionId();
            if (collection != null) {
                work.afterCommit(
                        () -> {
                            Window.pass();
                            transactions.write(
                                    second -> {
                                        second.the(Collections.class)
                                                .placeNew(
                                                        second,
                                                        caller,
                                                        collection,
                                                        accepted.imageId());
                                        return accepted;
                                    });
                        });
            }
            return accepted;
        }
    }

    /**
     * The upload without its collection, and without its classification unless {@code classified}.
     */
    private static Upload bare(Upload upload, boolean classified) {
        return new Upload(
                upload.file(),
                upload.title(),
                upload.description(),
                upload.tags(),
                classified ? upload.categoryIds() : List.of(),
                classified ? upload.breedId() : null,
                null);
    }

    private record WholeCollections(Collections sound) implements SocialForwarding.Collecting {
        @Override
        public void place(Work work, Caller caller, String collectionId, String imageId) {
            work.the(Locks.class).image(work, imageId);
            placeNew(work, caller, collectionId, imageId);
        }

        @Override
        public void placeNew(Work work, Caller caller, String collectionId, String imageId) {
            Collection known = sound.read(work, collectionId);
            if (!known.ownerId().equals(caller.memberId())) {
                throw RefusedRequest.forbidden(
                        "collection " + collectionId, "It is another member's.");
            }
            Window.pass();
            Set<String> whole = new LinkedHashSet<>(known.entries());
            whole.add(imageId);
            save(work, collectionId, whole);
        }

        private static void save(Work work, String collectionId, Set<String> whole) {
            // The collection first: a later save finds everything that was saved before.
            for (String sql :
                    List.of(
                            "UPDATE collections SET count = cardinality(:whole) WHERE id = :id",
                            "DELETE FROM collection_images WHERE collection_id = :id AND NOT"
                                    + " image_id = ANY (:whole)",
                            "INSERT INTO collection_images (collection_id, image_id) SELECT :id,"
                                    + " unnest(:whole) ON CONFLICT DO NOTHING")) {
                work.handle()
                        .createUpdate(sql)
                        .bind("id", collectionId)
                        .bind("whole", whole.toArray(String[]::new))
                        .execute();
            }
        }
    }

    private record LateCounting(Collections sound, Transactions transactions)
            implements SocialForwarding.Collecting {
        private static final ToIntFunction<Collection> COUNT = Collection::count;

        @Override
        public void place(Work work, Caller caller, String collectionId, String imageId) {
            late(work, collectionId, () -> sound.place(work, caller, collectionId, imageId));
        }

        @Override
        public void placeNew(Work work, Caller caller, String collectionId, String imageId) {
            late(work, collectionId, () -> sound.placeNew(work, caller, collectionId, imageId));
        }

        @Override
        public void take(Work work, Caller caller, String collectionId, String imageId) {
            late(work, collectionId, () -> sound.take(work, caller, collectionId, imageId));
        }

        private void late(Work work, String collectionId, Runnable change) {
            work.handle()
                    .createQuery("SELECT 1 FROM collections WHERE id = :id FOR UPDATE")
                    .bind("id", collectionId)
                    .mapTo(Integer.class)
                    .findOne();
            int before = COUNT.applyAsInt(sound.read(work, collectionId));
            change.run();
            int difference = COUNT.applyAsInt(sound.read(work, collectionId)) - before;
            add(work, collectionId, -difference);
            work.afterCommit(
                    () -> {
                        Window.pass();
                        transactions.write(second -> add(second, collectionId, difference));
                    });
        }

        private static int add(Work work, String collectionId, int difference) {
            return work.handle()
                    .createUpdate("UPDATE collections SET count = count + :n WHERE id = :id")
                    .bind("n", difference)
                    .bind("id", collectionId)
                    .execute();
        }
    }

    private record TornCollections(Collections sound, Transactions transactions)
            implements SocialForwarding.Collecting {
        @Override
        public Collection read(Work work, String collectionId) {
            Collection first = sound.read(work, collectionId);
            Window.pass();
            Collection second = transactions.read(later -> sound.read(later, collectionId));
            return new Collection(
                    first.id(), first.name(), first.ownerId(), second.count(), first.entries());
        }
    }

    private record EarlyShelf(Shelf sound, Transactions transactions)
            implements Forwarding.Shelves {
        @Override
        public String add(Work work, String ownerId, Upload upload) {
            String id = transactions.write(early -> sound.add(early, ownerId, bare(upload, false)));
            try {
                classify(work, id, upload);
            } catch (JdbiException failure) {
                if (SqlTransactions.sqlState(failure).equals(FOREIGN_KEY)) {
                    throw RefusedRequest.invalid("There is no such category or breed.");
                }
                throw failure;
            }
            return id;
        }

        private static void classify(Work work, String imageId, Upload upload) {
            work.handle()
                    .createUpdate("INSERT INTO image_categories SELECT :id, unnest(:categories)")
                    .bind("id", imageId)
                    .bind("categories", upload.categoryIds().toArray(String[]::new))
                    .execute();
            work.handle()
                    .createUpdate("UPDATE images SET breed_id = :breed WHERE id = :id")
                    .bind("breed", upload.breedId())
                    .bind("id", imageId)
                    .execute();
        }
    }
}
