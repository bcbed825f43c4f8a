package meanwhile.language;

import java.time.Duration;

/**
 * How much a member may upload.
 *
 * @param uploads the highest number of uploads that are acknowledged in any window
 * @param window the length of the sliding window
 */
public record Allowance(int uploads, Duration window) {
    public Allowance {
        if (uploads < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException(
                    "an allowance needs at least 1 upload and a window longer than zero, not "
                            + uploads
                            + " in "
                            + window);
        }
    }
}
