package meanwhile.reference.seam;

/** Remembers images at a node. */
public interface ImageCache {
    /** The image as the database has it now; 404 never known, 410 deleted. */
    ImageView image(Work work, String imageId);

    /** Another node, or this one, changed the image. */
    void invalidate(String imageId);

    /** News may have been lost: trust nothing. */
    void clear();
}
