package meanwhile.reference.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body to be written as JSON, bytes to be sent as they are, or null for none
 */
record Answer(int status, Map<String, String> headers, @Nullable Object body) {
    static Answer ok(Object body) {
        return new Answer(200, Map.of(), body);
    }

    static Answer created(Object body) {
        return new Answer(201, Map.of(), body);
    }

    static Answer none() {
        return new Answer(204, Map.of(), null);
    }

    Answer with(String name, String value) {
        return with(Map.of(name, value));
    }

    Answer with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }
}
