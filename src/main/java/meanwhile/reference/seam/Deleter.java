package meanwhile.reference.seam;

/** Deletes images with everything that belongs to them. */
public interface Deleter {
    /** Deletes once; 404 never existed, 410 already deleted, 403 another member's. */
    void delete(Work work, Caller caller, String imageId);
}
