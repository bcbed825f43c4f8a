package meanwhile.reference.seam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps categories and breeds. */
public interface Taxonomy {
    /** The two kinds. */
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

        /** What problems call it. */
        public String word() {
            return word;
        }

        /** Its table, and its place in paths. */
        public String table() {
            return table;
        }
    }

    /** All, by name, with the count of ready images. */
    List<Entry> list(Work work, Kind kind);

    /** Adds one; 409 when the name is there. */
    Entry create(Work work, Kind kind, String name);

    /** Renames; 404, 409. */
    Entry rename(Work work, Kind kind, String id, String name);

    /** Removes, moving its images if a target is given; 409 if it has images and none is. */
    void remove(Work work, Kind kind, String id, @Nullable String moveTo);

    /** Moves all images and removes; returns the target. */
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
