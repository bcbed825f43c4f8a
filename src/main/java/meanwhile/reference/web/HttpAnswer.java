package meanwhile.reference.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer to send.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body to be written as JSON, bytes to be sent as they are, or null for none
 */
record HttpAnswer(int status, Map<String, String> headers, @Nullable Object body) {
    static HttpAnswer ok(Object body) {
        return new HttpAnswer(200, Map.of(), body);
    }

    static HttpAnswer created(Object body) {
        return new HttpAnswer(201, Map.of(), body);
    }

    static HttpAnswer none() {
        return new HttpAnswer(204, Map.of(), null);
    }

    HttpAnswer with(String name, String value) {
        return with(Map.of(name, value));
    }

    HttpAnswer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new HttpAnswer(status, all, body);
    }
}
