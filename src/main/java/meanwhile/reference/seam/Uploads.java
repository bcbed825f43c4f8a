package meanwhile.reference.seam;

/** Accepts an upload as one operation: allowance, quota, image, bytes, placement and job. */
public interface Uploads {
    /** Accepts or refuses (429, 507, 422, 404). */
    Accepted accept(Work work, Caller caller, Upload upload);

    /**
     * An accepted upload.
     *
     * @param imageId the new image
     * @param standing the sender's allowance afterwards
     */
    record Accepted(String imageId, Standing standing) {}
}
