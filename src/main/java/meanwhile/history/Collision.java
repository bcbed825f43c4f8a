package meanwhile.history;

import java.util.LongSummaryStatistics;

/**
 * Whether the calls of a race really met. The wide interval of a call, from its first byte sent to
 * its last byte received, always overlaps behind a gate and proves nothing; what counts is the time
 * during which only the server had the call: from the last byte released to the first byte of the
 * answer.
 *
 * @param met whether all these intervals share an instant
 * @param spreadNanos between the first and the last release
 */
public record Collision(boolean met, long spreadNanos) {

    /** The collision of the calls that were held at the gate. */
    public static Collision of(History history) {
        History gated = history.gated();
        if (gated.size() < 2) {
            return new Collision(false, 0);
        }
        LongSummaryStatistics released =
                gated.stream().mapToLong(call -> call.times().released()).summaryStatistics();
        long firstAnswer = gated.stream().mapToLong(Collision::answered).min().orElseThrow();
        return new Collision(
                released.getMax() <= firstAnswer, released.getMax() - released.getMin());
    }

    private static long answered(Call call) {
        return call.times().firstByte();
    }
}
