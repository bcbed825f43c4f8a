package meanwhile.actors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Derives a number from the run's seed, the example, the round and a purpose; equal inputs give
 * equal numbers. So it does not matter which other examples run before or beside this one.
 *
 * @param seed the run's seed
 * @param example the example's place in the features
 * @param round the number of the round
 */
record SeededRandom(long seed, String example, int round) {
    /** The number for a purpose: always the same, and different from that of another purpose. */
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
