package meanwhile.language;

/** Gives the names that a feature uses for what the gallery knows by opaque identifiers. */
@FunctionalInterface
public interface Naming {
    /** Shows identifiers as they are. */
    Naming PLAIN = id -> id;

    /** The feature's name for an identifier, or the identifier itself where it has none. */
    String nameOf(String id);

    /** An image as a story tells of it. */
    default String of(ImageId id) {
        String name = nameOf(id.value());
        return name.equals(id.value()) ? "image " + id : "“" + name + "”";
    }

    /** Anything else that has a name, in quotes. */
    default String quoted(String id) {
        return "“" + nameOf(id) + "”";
    }
}
