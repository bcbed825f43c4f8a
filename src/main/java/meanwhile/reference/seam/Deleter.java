package meanwhile.reference.seam;

/** Deletes images with all that hangs on them. */
public interface Deleter {
    /** Deletes once; 404 never known, 410 already gone, 403 another member's. */
    void delete(Work work, Caller caller, String imageId);
}
