package meanwhile.reference.seam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds ready images by words of title, description and tags. */
public interface SearchIndex {
    /** Called when the image became ready or its words changed. */
    void put(Work work, String imageId);

    /** Called when the image must no longer be found. */
    void remove(Work work, String imageId);

    /** Finds, newest first, before the cursor if one is given. */
    List<ImageView> search(Work work, Query query, @Nullable Long before, int limit);

    /** The number of matches. */
    int count(Work work, Query query);

    /** Rebuilds the index; returns the number of images. */
    int rebuild(Work work);

    /**
     * What to search for; every list that is not empty must match.
     *
     * @param words all of them must occur; "" for any image
     * @param categoryIds one of them
     * @param breedIds one of them
     * @param tags all of them
     */
    record Query(String words, List<String> categoryIds, List<String> breedIds, List<String> tags) {
        /** A query for every ready image. */
        public static Query everything() {
            return new Query("", List.of(), List.of(), List.of());
        }
    }
}
