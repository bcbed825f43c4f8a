package meanwhile.actors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The random numbers of a run. The same seed draws the same numbers for the same round of the same
 * example, whatever else runs before it or beside it.
 *
 * @param seed the run's seed
 * @param example the example's place in the features
 * @param round the number of the round
 */
record SeededRandom(long seed, String example, int round) {
    /**
     * Draws a number for a purpose: the same each time, and different from those of other purposes.
     */
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
