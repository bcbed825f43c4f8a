package meanwhile.language;

import org.jspecify.annotations.Nullable;

/**
 * The facts besides the title that an upload may state about its image.
 *
 * @param description free text
 * @param tags words, separated by commas
 * @param category the category it belongs to
 * @param breed the breed it shows
 * @param collection the collection to place it in, in the same operation
 */
public record Placement(
        @Nullable String description,
        @Nullable String tags,
        @Nullable TopicId category,
        @Nullable TopicId breed,
        @Nullable CollectionId collection) {
    /** No facts besides the title. */
    public static final Placement NONE = new Placement(null, null, null, null, null);

    /** Places the image in a collection. */
    public static Placement into(CollectionId collection) {
        return new Placement(null, null, null, null, collection);
    }

    /** Sorts the image under a category and a breed; either may be null. */
    public static Placement under(@Nullable TopicId category, @Nullable TopicId breed) {
        return new Placement(null, null, category, breed, null);
    }

    /** Gives the image these tags. */
    public static Placement tagged(String tags) {
        return new Placement(null, tags, null, null, null);
    }
}
