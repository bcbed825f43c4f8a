package meanwhile.reference.seam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps categories and breeds. */
public interface Taxonomy {
    /** Categories or breeds. */
    enum Kind {
        /** An image has any number of categories. */
        CATEGORY("category", "categories"),
        /** An image has at most one breed. */
        BREED("breed", "breeds");

        private final String word;
        private final String table;

        Kind(String word, String table) {
            this.word = word;
            this.table = table;
        }

        /** The word for one in refusals. */
        public String word() {
            return word;
        }

        /** The name of its table, also used in paths. */
        public String table() {
            return table;
        }
    }

    /** All of them, by name, with their numbers of ready images. */
    List<Entry> list(Work work, Kind kind);

    /** Creates one; 409 if the name exists. */
    Entry create(Work work, Kind kind, String name);

    /** Renames; 404, 409. */
    Entry rename(Work work, Kind kind, String id, String name);

    /**
     * Removes one, moving its images to the target if one is given; 409 if it has images and no
     * target is given.
     */
    void remove(Work work, Kind kind, String id, @Nullable String moveTo);

    /** Moves all images to the target and removes the source; returns the target. */
    Entry merge(Work work, Kind kind, String id, String into);

    /**
     * A category or breed.
     *
     * @param id identifier
     * @param name name
     * @param images ready images in it
     */
    record Entry(String id, String name, long images) {}
}
