package meanwhile.driver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Link} header of an answer (RFC 8288). */
final class LinkHeader {
    private LinkHeader() {}

    /**
     * A parameter of a link's address; null if there is none.
     *
     * @param words the link's relation and the parameter's name
     * @throws IllegalArgumentException if it is not URL-encoded
     */
    static @Nullable String parameter(Response response, String[] words) {
        String relation = words[0];
        String parameter = words[1];
        String header = response.header("Link");
        if (header == null) {
            return null;
        }
        Matcher matcher =
                Pattern.compile("<([^>]*)>\\s*;[^,]*rel=\"?" + Pattern.quote(relation) + "\"?")
                        .matcher(header);
        if (!matcher.find()) {
            return null;
        }
        Matcher value =
                Pattern.compile("[?&]" + Pattern.quote(parameter) + "=([^&]*)")
                        .matcher(matcher.group(1));
        return value.find() ? URLDecoder.decode(value.group(1), StandardCharsets.UTF_8) : null;
    }
}
