package meanwhile.reference.seam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes images; each change is conditional on a version (412, 428). */
public interface Editor {
    /** Changes what is given; returns the new state. */
    ImageView change(
            Work work, Caller caller, String imageId, @Nullable String ifMatch, Change change);

    /** Hands in other bytes; readers keep the old ones until these are ready. */
    void replace(
            Work work, Caller caller, String imageId, @Nullable String ifMatch, Picture picture);

    /**
     * What to change; null leaves as it is.
     *
     * @param title new title
     * @param description new description
     * @param tags new tags
     * @param categoryIds new categories
     * @param breedId new breed; "" for none
     */
    record Change(
            @Nullable String title,
            @Nullable String description,
            @Nullable List<String> tags,
            @Nullable List<String> categoryIds,
            @Nullable String breedId) {}
}
