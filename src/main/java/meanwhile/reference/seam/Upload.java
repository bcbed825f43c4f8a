package meanwhile.reference.seam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a file with its sender's description.
 *
 * @param file the bytes and the content of their header
 * @param title may be empty
 * @param description may be empty
 * @param tags without duplicates
 * @param categoryIds without duplicates
 * @param breedId the breed, if any
 * @param collectionId the collection to place it in, if any
 */
public record Upload(
        Picture file,
        String title,
        String description,
        List<String> tags,
        List<String> categoryIds,
        @Nullable String breedId,
        @Nullable String collectionId) {}
