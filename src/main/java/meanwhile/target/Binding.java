package meanwhile.target;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one operation is sent and how its answer is read: one request, or several of which each may
 * use what the answers before it said. Only the last is held at the starting gate.
 *
 * @param place where it stands, for messages: "profile mine.yaml, line 12"
 * @param requests in the order sent; the last answer is the operation's
 * @param names all that stand in their gaps
 */
public record Binding(String place, List<Request> requests, Set<String> names) {
    public Binding {
        requests = List.copyOf(requests);
        names = Set.copyOf(names);
    }

    /** The last request: its answer is the operation's. */
    public Request last() {
        return requests.getLast();
    }

    /**
     * One request.
     *
     * @param method the HTTP method
     * @param path the path with parameters in braces
     * @param query parameters that are left out where they have no value
     * @param headers further headers
     * @param body what is sent
     * @param accepted the status codes of an acceptance
     * @param answer where the facts of the answer stand, by their names
     */
    public record Request(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            Body body,
            List<Integer> accepted,
            Map<String, String> answer) {
        public Request {
            query = Map.copyOf(query);
            headers = Map.copyOf(headers);
            accepted = List.copyOf(accepted);
            answer = Map.copyOf(answer);
        }
    }

    /** What a request carries. */
    public sealed interface Body {}

    /** Nothing. */
    public record NoBody() implements Body {}

    /** JSON; texts in it are templates, also the names of its fields. */
    public record Json(Map<String, @Nullable Object> template) implements Body {}

    /** A form of several parts. */
    public record Form(Map<String, String> parts) implements Body {}

    /** A form of names and values, as a browser sends it. */
    public record Fields(Map<String, String> fields) implements Body {}

    /** The bytes of a file, or a text, as they are. */
    public record Raw(String template) implements Body {}
}
