package meanwhile.reference.seam;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords with salt by PBKDF2 with HMAC-SHA256 (RFC 8018), written as {@code
 * iterations$salt$hash} in Base64.
 *
 * @param iterations the work factor of new hashes; each hash remembers its own
 */
public record Passwords(int iterations) {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The hash of a password, with a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder();
        return iterations
                + "$"
                + encoder.encodeToString(salt)
                + "$"
                + encoder.encodeToString(derived(password, salt, iterations));
    }

    /** Whether this is the password that was hashed; takes equally long for all wrong ones. */
    public static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$", -1);
        Base64.Decoder decoder = Base64.getDecoder();
        byte[] derived = derived(password, decoder.decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(derived, decoder.decode(parts[2]));
    }

    private static byte[] derived(String password, byte[] salt, int iterations) {
        try {
            PBEKeySpec secret = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(secret).getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
