package meanwhile.target;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one operation is sent and how its answer is read: one request, or several, each of which may
 * use facts of earlier answers. Only the last is held at the starting gate.
 *
 * @param place its place in the profile, for messages: "profile mine.yaml, line 12"
 * @param requests in the order sent; the last answer is the operation's
 * @param names the names of all their placeholders
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

    /** The number of the first page of a list, where pages have numbers. */
    public long firstPage() {
        String next = last().answer().getOrDefault("next", "");
        return next.startsWith("page from ")
                ? Long.parseLong(next.substring("page from ".length()))
                : 1;
    }

    /**
     * One request.
     *
     * @param address the name of the address that it goes to; null for the target's doors
     * @param method the HTTP method
     * @param path the path with parameters in braces
     * @param query parameters that are left out where they have no value
     * @param session whether it carries the sender's session
     * @param headers further headers, which win over the session's
     * @param body the body that is sent
     * @param accepted the status codes of an acceptance
     * @param answer the places of the answer's facts, by their names
     */
    public record Request(
            @Nullable String address,
            String method,
            String path,
            Map<String, String> query,
            boolean session,
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

    /** The body of a request. */
    public sealed interface Body {}

    /** No body. */
    public record NoBody() implements Body {}

    /** JSON; its texts and its field names are templates. */
    public record Json(Map<String, @Nullable Object> template) implements Body {}

    /** A multipart form. */
    public record Form(Map<String, String> parts) implements Body {}

    /** A URL-encoded form, as a browser sends it. */
    public record Fields(Map<String, String> fields) implements Body {}

    /** The raw bytes of a file, or a raw text. */
    public record Raw(String template) implements Body {}
}
