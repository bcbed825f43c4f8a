package meanwhile.reference.seam;

/** Finds the part behind a seam, sound or planted. */
@FunctionalInterface
public interface Seams {
    /** The part behind this interface; every seam has one. */
    <T> T the(Class<T> seam);
}
