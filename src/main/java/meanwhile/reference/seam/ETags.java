package meanwhile.reference.seam;

import java.util.Arrays;

/** Makes and compares strong entity tags (RFC 9110, section 8.8.3). */
public final class ETags {
    private ETags() {}

    /** The tag of a version. */
    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Whether an If-Match or If-None-Match header names the tag; weak tags never match. */
    public static boolean matches(String header, String tag) {
        return header.trim().equals("*")
                || Arrays.stream(header.split(",", -1)).anyMatch(one -> one.trim().equals(tag));
    }
}
