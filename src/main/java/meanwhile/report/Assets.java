package meanwhile.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The site's own style sheet and scripts. */
final class Assets {
    /** The assets that are copied as files. */
    static final List<String> ALL = List.of("style.css", "theme.js", "site.js");

    /** The script that is generated for each report. */
    static final String INDEX = "search-index.js";

    private Assets() {}

    static String text(String name) throws IOException {
        try (InputStream stream = Assets.class.getResourceAsStream("/site/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the suite was built without site/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The hash by which a Content-Security-Policy allows exactly this text. */
    static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
