package meanwhile.reference.seam;

/**
 * A category or breed.
 *
 * @param id its identifier
 * @param name its name
 */
public record Named(String id, String name) {}
