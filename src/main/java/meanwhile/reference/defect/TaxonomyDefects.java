package meanwhile.reference.defect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Taxonomy;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.Upload;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/** Defines faults of A2, categories and breeds in motion. */
final class TaxonomyDefects {
    private TaxonomyDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "category-just-removed",
                        List.of("A2.1", "A2.3"),
                        "An upload looks whether its category and breed exist and stores them"
                                + " afterwards without a foreign key, so they may be gone by then,"
                                + " as with validations in the application.",
                        Plants.WIDENED,
                        true,
                        Plants.both(
                                Plants.without(
                                        "image_categories", "image_categories_category_id_fkey"),
                                Plants.without("images", "images_breed_id_fkey"),
                                Plants.twin(Shelf.class, LookingShelf::new))),
                new PlantedDefect(
                        "merge-moves-one-by-one",
                        List.of("A2.2"),
                        "A merge moves its images one by one and commits each, so a filter finds"
                            + " some here and some there, as in batch jobs that loop over rows.",
                        "5 ms between two images",
                        true,
                        Plants.working(Taxonomy.class, SteppingTaxonomy::new)),
                new PlantedDefect(
                        "merge-forgets-count",
                        List.of("A2.3"),
                        "The count of images is kept apart and a merge moves images without it, as"
                                + " with denormalised counters and one forgotten caller.",
                        Plants.NATURAL,
                        false,
                        TaxonomyDefects::miscounting));
    }

    private record LookingShelf(Shelf sound) implements Forwarding.Shelves {
        @Override
        public String add(Work work, String ownerId, Upload upload) {
            mustExist(work, "categories", upload.categoryIds());
            String breed = upload.breedId();
            mustExist(work, "breeds", breed == null ? List.of() : List.of(breed));
            Window.pass();
            return sound.add(work, ownerId, upload);
        }

        private static void mustExist(Work work, String table, List<String> ids) {
            int found =
                    work.handle()
                            .createQuery("SELECT count(*) FROM " + table + " WHERE id = ANY (:ids)")
                            .bind("ids", ids.toArray(String[]::new))
                            .mapTo(Integer.class)
                            .one();
            if (found < ids.size()) {
                throw RefusedRequest.invalid("There is no such category or breed.");
            }
        }
    }

    private record SteppingTaxonomy(Taxonomy sound, Transactions transactions)
            implements Forwarding.Classifying {
        private static final long STEP_MILLIS = 5;

        @Override
        public Entry merge(Work work, Kind kind, String id, String into) {
            List<String> known = sound.list(work, kind).stream().map(Entry::id).toList();
            if (known.contains(id) && known.contains(into) && !id.equals(into)) {
                for (String image : images(work, kind, id)) {
                    transactions.write(step -> move(step, kind, image, id, into));
                    Window.hold(STEP_MILLIS);
                }
            }
            return sound.merge(work, kind, id, into);
        }

        @Override
        public void remove(Work work, Kind kind, String id, @Nullable String moveTo) {
            if (moveTo == null) {
                sound.remove(work, kind, id, null);
            } else {
                merge(work, kind, id, moveTo);
            }
        }

        private static List<String> images(Work work, Kind kind, String id) {
            return work.handle()
                    .createQuery(
                            kind == Kind.BREED
                                    ? "SELECT id FROM images WHERE breed_id = :id ORDER BY seq"
                                    : "SELECT image_id FROM image_categories WHERE category_id ="
                                            + " :id ORDER BY image_id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .list();
        }

        private static int move(Work work, Kind kind, String image, String id, String into) {
            String sql =
                    kind == Kind.BREED
                            ? "UPDATE images SET breed_id = :into WHERE id = :image AND breed_id ="
                                    + " :id"
                            : """
                            WITH moved AS (DELETE FROM image_categories
                                WHERE category_id = :id AND image_id = :image RETURNING image_id)
                            INSERT INTO image_categories SELECT image_id, :into FROM moved
                            ON CONFLICT DO NOTHING
                            """;
            return work.handle()
                    .createUpdate(sql)
                    .bind("image", image)
                    .bind("id", id)
                    .bind("into", into)
                    .execute();
        }
    }

    private static Parts miscounting(Parts parts) {
        Forgotten forgotten = Plants.shared(parts, Forgotten.class, "merged", Forgotten::new);
        UnaryOperator<Taxonomy> taxonomy = sound -> new MiscountingTaxonomy(sound, forgotten);
        return Plants.twin(Taxonomy.class, taxonomy).apply(parts);
    }

    /** The number of images that merges moved to each category or breed. */
    private record Forgotten(Map<String, Long> byId) {
        Forgotten() {
            this(new ConcurrentHashMap<>());
        }
    }

    private record MiscountingTaxonomy(Taxonomy sound, Forgotten forgotten)
            implements Forwarding.Classifying {
        @Override
        public List<Entry> list(Work work, Kind kind) {
            return sound.list(work, kind).stream()
                    .map(
                            entry ->
                                    new Entry(
                                            entry.id(),
                                            entry.name(),
                                            Math.max(
                                                    0,
                                                    entry.images()
                                                            - forgotten
                                                                    .byId()
                                                                    .getOrDefault(entry.id(), 0L))))
                    .toList();
        }

        @Override
        public Entry merge(Work work, Kind kind, String id, String into) {
            long before = images(work, kind, into);
            Entry merged = sound.merge(work, kind, id, into);
            work.afterCommit(
                    () -> forgotten.byId().merge(into, merged.images() - before, Long::sum));
            return merged;
        }

        @Override
        public void remove(Work work, Kind kind, String id, @Nullable String moveTo) {
            if (moveTo == null) {
                sound.remove(work, kind, id, null);
            } else {
                merge(work, kind, id, moveTo);
            }
        }

        private long images(Work work, Kind kind, String id) {
            return sound.list(work, kind).stream()
                    .filter(entry -> entry.id().equals(id))
                    .mapToLong(Entry::images)
                    .sum();
        }
    }
}
