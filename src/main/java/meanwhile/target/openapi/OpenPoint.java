package meanwhile.target.openapi;

/**
 * Something that a document leaves open.
 *
 * @param line of the profile, where it stands as a comment
 * @param sentence what it is
 */
public record OpenPoint(int line, String sentence) {}
