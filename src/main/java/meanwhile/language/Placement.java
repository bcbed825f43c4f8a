package meanwhile.language;

import org.jspecify.annotations.Nullable;

/**
 * What an upload may say of its image beyond the title.
 *
 * @param description some words
 * @param tags words separated by commas
 * @param category the category it belongs to
 * @param breed the breed it shows
 * @param collection the collection in which to place it, in the same act
 */
public record Placement(
        @Nullable String description,
        @Nullable String tags,
        @Nullable TopicId category,
        @Nullable TopicId breed,
        @Nullable CollectionId collection) {
    /** Nothing beyond the title. */
    public static final Placement NONE = new Placement(null, null, null, null, null);

    /** Into a collection. */
    public static Placement into(CollectionId collection) {
        return new Placement(null, null, null, null, collection);
    }

    /** Sorted under these; either may be null. */
    public static Placement under(@Nullable TopicId category, @Nullable TopicId breed) {
        return new Placement(null, null, category, breed, null);
    }

    /** With these tags. */
    public static Placement tagged(String tags) {
        return new Placement(null, tags, null, null, null);
    }
}
