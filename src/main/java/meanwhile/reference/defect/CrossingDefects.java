package meanwhile.reference.defect;

import java.util.List;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Comments;
import meanwhile.reference.seam.Editor;
import meanwhile.reference.seam.ImageView;
import meanwhile.reference.seam.Shelf;
import meanwhile.reference.seam.Taxonomy;
import meanwhile.reference.seam.Work;
import org.jspecify.annotations.Nullable;

/**
 * Defines faults of two kinds of change that undo each other, though neither is about the other.
 */
final class CrossingDefects {
    private static final String WINDOW =
            Window.DEFAULT_MILLIS + " ms between loading and saving the row";

    private CrossingDefects() {}

    static List<PlantedDefect> all() {
        return List.of(
                new PlantedDefect(
                        "title-change-saves-counts",
                        List.of("D1.3", "D1.2", "R1.2", "R1.3", "R2.2"),
                        "A change of the words loads the image and saves all its columns, so votes,"
                                + " favourites and comments that came meanwhile are kept and not"
                                + " counted, as with ORMs that update every column.",
                        WINDOW,
                        true,
                        Plants.both(
                                numberedByTheLast(), Plants.twin(Editor.class, SavingEditor::new))),
                new PlantedDefect(
                        "comment-saves-favourite-count",
                        List.of("D1.3", "D1.2", "R2.2"),
                        "A comment updates the image it belongs to as it was loaded, so a favourite"
                                + " that came or went meanwhile is not counted, as with a parent"
                                + " that is saved along with its child.",
                        WINDOW,
                        true,
                        Plants.twin(Comments.class, SavingComments::new)),
                new PlantedDefect(
                        "rename-saves-the-list",
                        List.of("A2.2", "A2.3", "A2.1"),
                        "A category is renamed by saving it with the list of images it was loaded"
                                + " with, so an upload into it meanwhile falls out and what was"
                                + " taken out is back, as with many-to-many lists that an ORM"
                                + " merges.",
                        WINDOW,
                        true,
                        Plants.twin(Taxonomy.class, SavingTaxonomy::new)));
    }

    /** Positions follow the last comment, so that a lost count does not show as an error. */
    private static UnaryOperator<Parts> numberedByTheLast() {
        return Plants.statement(
                """
                CREATE OR REPLACE FUNCTION follow_last_comment() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN
                    SELECT coalesce(max(position), 0) + 1 INTO NEW.position FROM comments
                    WHERE image_id = NEW.image_id;
                    RETURN NEW;
                END $$;
                CREATE OR REPLACE TRIGGER follow_last_comment BEFORE INSERT ON comments
                    FOR EACH ROW EXECUTE FUNCTION follow_last_comment()
                """);
    }

    private record SavingEditor(Editor sound) implements SocialForwarding.Editing {
        @Override
        public ImageView change(
                Work work, Caller caller, String imageId, @Nullable String ifMatch, Change change) {
            ImageView.Totals loaded = work.the(Shelf.class).image(work, imageId).totals();
            Window.pass();
            sound.change(work, caller, imageId, ifMatch, change);
            work.handle()
                    .createUpdate(
                            """
                            UPDATE images SET up = :up, down = :down, favourites = :favourites,
                            comments = :comments WHERE id = :id
                            """)
                    .bind("up", loaded.up())
                    .bind("down", loaded.down())
                    .bind("favourites", loaded.favourites())
                    .bind("comments", loaded.comments())
                    .bind("id", imageId)
                    .execute();
            return work.the(Shelf.class).image(work, imageId);
        }
    }

    private record SavingComments(Comments sound) implements SocialForwarding.Commenting {
        @Override
        public Comment add(Work work, Caller caller, String imageId, String text) {
            int loaded = work.the(Shelf.class).image(work, imageId).totals().favourites();
            Window.pass();
            Comment added = sound.add(work, caller, imageId, text);
            work.handle()
                    .createUpdate("UPDATE images SET favourites = :n WHERE id = :id")
                    .bind("n", loaded)
                    .bind("id", imageId)
                    .execute();
            return added;
        }
    }

    private record SavingTaxonomy(Taxonomy sound) implements Forwarding.Classifying {
        @Override
        public Entry rename(Work work, Kind kind, String id, String name) {
            if (kind == Kind.BREED) {
                return sound.rename(work, kind, id, name);
            }
            List<String> loaded = images(work, id);
            Window.pass();
            List<String> left = locked(work, loaded);
            Entry renamed = sound.rename(work, kind, id, name);
            save(work, id, left);
            // The answer is made from what was saved.
            return new Entry(renamed.id(), renamed.name(), count(work, kind, renamed));
        }

        private static List<String> images(Work work, String id) {
            return work.handle()
                    .createQuery("SELECT image_id FROM image_categories WHERE category_id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .list();
        }

        /** Those that still exist, locked in the order of a merge. */
        private static List<String> locked(Work work, List<String> ids) {
            return work.handle()
                    .createQuery(
                            "SELECT id FROM images WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
                    .bind("ids", ids.toArray(String[]::new))
                    .mapTo(String.class)
                    .list();
        }

        private static void save(Work work, String id, List<String> images) {
            work.handle()
                    .createUpdate("DELETE FROM image_categories WHERE category_id = :id")
                    .bind("id", id)
                    .execute();
            work.handle()
                    .createUpdate("INSERT INTO image_categories SELECT unnest(:images), :id")
                    .bind("images", images.toArray(String[]::new))
                    .bind("id", id)
                    .execute();
        }

        private long count(Work work, Kind kind, Entry renamed) {
            return sound.list(work, kind).stream()
                    .filter(entry -> entry.id().equals(renamed.id()))
                    .mapToLong(Entry::images)
                    .sum();
        }
    }
}
