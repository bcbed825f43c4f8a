package meanwhile.reference.seam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes images; each change is conditional on a version (412, 428). */
public interface Editor {
    /** Changes the given fields; returns the new state. */
    ImageView change(
            Work work, Caller caller, String imageId, @Nullable String ifMatch, Change change);

    /** Replaces the bytes; readers keep the old ones until the new ones are ready. */
    void replace(
            Work work, Caller caller, String imageId, @Nullable String ifMatch, Picture picture);

    /**
     * The fields to change; null leaves one as it is.
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
