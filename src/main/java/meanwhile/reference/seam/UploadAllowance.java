package meanwhile.reference.seam;

/**
 * Says how many uploads any window may hold.
 *
 * @param uploads at most this many accepted uploads
 * @param windowSeconds in any window of this length
 */
public record UploadAllowance(int uploads, int windowSeconds) {}
