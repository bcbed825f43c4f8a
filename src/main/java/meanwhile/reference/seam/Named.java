package meanwhile.reference.seam;

/**
 * Names a category or a breed.
 *
 * @param id its identifier
 * @param name its name
 */
public record Named(String id, String name) {}
