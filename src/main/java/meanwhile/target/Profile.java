package meanwhile.target;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import meanwhile.language.Promises;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How a target is reached and what it promises, as a profile file says it.
 *
 * @param name a short name, for files and tables
 * @param title the name that reports show
 * @param doors the base addresses, one for each node
 * @param session headers that carry a session, with {@code {token}} in its place
 * @param administrator whose credentials Mara uses; null if the target lends none
 * @param promises what the target is held to
 * @param refusals how refusals are told apart; the first rule that fits counts
 * @param operations by operation key; what is missing is not offered
 */
public record Profile(
        String name,
        String title,
        List<URI> doors,
        Map<String, String> session,
        @Nullable Credentials administrator,
        Promises promises,
        List<RefusalRule> refusals,
        Map<String, Binding> operations) {

    public Profile {
        doors = List.copyOf(doors);
        session = Map.copyOf(session);
        refusals = List.copyOf(refusals);
        operations = Map.copyOf(operations);
    }

    /** A login and its password. */
    public record Credentials(String login, Secret password) {}

    /**
     * An answer that means a refusal.
     *
     * @param status the status code
     * @param where a JSON pointer into the answer; null if the status alone decides
     * @param says what must stand there
     * @param means why it was refused
     */
    public record RefusalRule(
            int status, @Nullable String where, @Nullable String says, Refusal means) {}

    /**
     * How one operation is sent and how its answer is read.
     *
     * @param method the HTTP method
     * @param path the path with parameters in braces
     * @param query parameters that are left out where they have no value
     * @param headers further headers
     * @param json the body as JSON; null for none
     * @param multipart the body as a form; null for none
     * @param accepted the status codes of an acceptance
     * @param answer where the facts of the answer stand, by their names
     */
    public record Binding(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable Map<String, Object> json,
            @Nullable Map<String, String> multipart,
            List<Integer> accepted,
            Map<String, String> answer) {}

    /** The same target, reached at these addresses and administrated with these credentials. */
    public Profile at(List<URI> addresses, @Nullable Credentials credentials) {
        return new Profile(
                name, title, addresses, session, credentials, promises, refusals, operations);
    }

    /** The time limit of a request. */
    public Duration limit() {
        return promises.answer();
    }
}
