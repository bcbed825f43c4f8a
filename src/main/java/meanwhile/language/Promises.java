package meanwhile.language;

import java.time.Duration;

/**
 * What a target promises, and what it is therefore held to.
 *
 * @param answer within this every request is answered
 * @param processing within this an accepted upload is ready or failed
 * @param propagation within this an acknowledged change is seen by every other user through every
 *     door; one's own changes are seen at once
 * @param totals the same for vote totals and other counts
 */
public record Promises(
        Duration answer, Duration processing, Duration propagation, Duration totals) {}
