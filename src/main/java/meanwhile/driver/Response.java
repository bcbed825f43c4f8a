package meanwhile.driver;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer as it came. Header names are told apart without regard to case. */
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
}
