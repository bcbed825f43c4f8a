package meanwhile.driver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer as it was received. Header names are case-insensitive. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Response(int status, Map<String, List<String>> headers, byte[] body) {
    Response {
        TreeMap<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    /** The first header of that name; null if there is none. */
    @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /** The value of a cookie that the answer sets; null if it sets none of that name. */
    @Nullable String cookie(String name) {
        for (String cookie : headers.getOrDefault("Set-Cookie", List.of())) {
            String pair = cookie.split(";", 2)[0];
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }

    /** The body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the body is a text: other bytes are of no use to people. */
    boolean isText() {
        String text = text();
        return text.indexOf('\u0000') < 0 && text.indexOf('\ufffd') < 0;
    }

    /** Whether it is an HTML page. */
    boolean isHtml() {
        String type = header("Content-Type");
        return (type != null && type.contains("html"))
                || text().stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
    }
}
