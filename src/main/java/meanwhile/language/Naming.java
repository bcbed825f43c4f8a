package meanwhile.language;

/** Maps the gallery's opaque identifiers to the names that a feature uses. */
@FunctionalInterface
public interface Naming {
    /** Shows identifiers as they are. */
    Naming PLAIN = id -> id;

    /** The feature's name for an identifier, or the identifier itself where it has none. */
    String nameOf(String id);

    /** The name of an image, for a story. */
    default String of(ImageId id) {
        String name = nameOf(id.value());
        return name.equals(id.value()) ? "image " + id : "“" + name + "”";
    }

    /** The name of anything else, in quotes. */
    default String quoted(String id) {
        return "“" + nameOf(id) + "”";
    }
}
