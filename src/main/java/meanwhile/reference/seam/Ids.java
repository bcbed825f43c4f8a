package meanwhile.reference.seam;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes fresh identifiers and secrets, opaque to everyone. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** 80 random bits. */
    public static String fresh() {
        return random(10);
    }

    /** 256 random bits, for secrets that must not be guessed. */
    public static String secret() {
        return random(32);
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
