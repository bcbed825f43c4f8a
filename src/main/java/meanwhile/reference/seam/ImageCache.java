package meanwhile.reference.seam;

/** Caches images at a node. */
public interface ImageCache {
    /** The image as the database has it now; 404 never existed, 410 deleted. */
    ImageView image(Work work, String imageId);

    /** Called when this or another node changed the image. */
    void invalidate(String imageId);

    /** Called when notifications may have been lost: nothing cached can be trusted. */
    void clear();
}
