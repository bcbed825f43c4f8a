package meanwhile.reference.seam;

/**
 * Says how many uploads any window may hold.
 *
 * @param uploads the most accepted uploads
 * @param windowSeconds in any window of this length
 */
public record UploadAllowance(int uploads, int windowSeconds) {}
