package meanwhile.actors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a run leaves to chance. The same seed draws the same for the same round of the same example,
 * whatever else is played before it or beside it.
 *
 * @param seed the run's
 * @param example where the example stands
 * @param round which of its rounds
 */
record SeededRandom(long seed, String example, int round) {
    /** Draws for a purpose: the same each time, and unlike what is drawn for any other. */
    long draw(String purpose) {
        String drawn = "%d\n%s\n%d\n%s".formatted(seed, example, round, purpose);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(drawn.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
