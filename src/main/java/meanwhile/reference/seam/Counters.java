package meanwhile.reference.seam;

/** Updates totals in the same transaction as what they count. */
public interface Counters {
    /** Adds to the votes of an image that is locked. */
    void votes(Work work, String imageId, int up, int down);

    /** Adds to the favourites of an image that is locked. */
    void favourites(Work work, String imageId, int count);

    /** Adds to the comments of an image that is locked. */
    void comments(Work work, String imageId, int count);

    /** Adds to a member's images and stored bytes. */
    void usage(Work work, String memberId, int images, long bytes);
}
