package meanwhile.target;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.language.Capability;
import meanwhile.language.Domain;
import meanwhile.language.Promises;
import meanwhile.language.Refusal;
import meanwhile.language.Remnant;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A target profile: how to reach the target and what it promises.
 *
 * @param name a short name, for files and tables
 * @param title the name that reports show
 * @param doors the base addresses, one for each node
 * @param access who may act there, and how they authenticate
 * @param promises the promises against which the target is judged
 * @param limits how much may be sent
 * @param lacks the capabilities that the target is known to lack
 * @param dialect how the target words refusals and other facts
 * @param operations the bindings by operation key; missing operations are not offered
 * @param cleanUp how a run takes away what it made
 * @param declared what it declares of a domain of its own
 * @param extension a custom driver for what a profile cannot describe; null for none
 */
public record Profile(
        String name,
        String title,
        List<URI> doors,
        Access access,
        Promises promises,
        Limits limits,
        Set<Capability> lacks,
        Dialect dialect,
        Map<String, Binding> operations,
        CleanUp cleanUp,
        Declarations declared,
        @Nullable Extension extension) {

    public Profile {
        doors = List.copyOf(doors);
        lacks = Set.copyOf(lacks);
        operations = Map.copyOf(operations);
    }

    /** A login and its password. */
    public record Credentials(String login, Secret password) {}

    /** Where the members of the cast come from. */
    public enum Accounts {
        /** Members sign up. */
        SIGN_UP,
        /** There are no accounts; a member is a name that requests may carry. */
        NONE,
        /** The accounts exist, and the profile lends them. */
        LENT
    }

    /**
     * Another host that requests may go to. Neither the headers nor the session of the target go
     * there.
     *
     * @param url its base address
     * @param headers headers of every request to it
     */
    public record Address(URI url, Map<String, String> headers) {
        public Address {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * Who may act.
     *
     * @param accounts where members come from
     * @param members the accounts that the profile lends
     * @param session headers that carry a session, with {@code {token}} or {@code {me}} in them
     * @param headers headers of every request
     * @param secrets keys that any request may use, by name
     * @param addresses other hosts that requests may go to, by name
     * @param administrator whose credentials Mara uses; null if the target lends none
     */
    public record Access(
            Accounts accounts,
            List<Credentials> members,
            Map<String, String> session,
            Map<String, String> headers,
            Map<String, Secret> secrets,
            Map<String, Address> addresses,
            @Nullable Credentials administrator) {
        public Access {
            members = List.copyOf(members);
            session = Map.copyOf(session);
            headers = Map.copyOf(headers);
            secrets = Map.copyOf(secrets);
            addresses = Map.copyOf(addresses);
        }
    }

    /**
     * How much may be sent.
     *
     * @param membersAtOnce the maximum number of members that act at the same time
     * @param requestsPerSecond the maximum rate of all requests together; null for no limit
     * @param pageSize the maximum size of a page, whatever size a request asks for
     */
    public record Limits(int membersAtOnce, @Nullable Integer requestsPerSecond, int pageSize) {
        /** No limits. */
        public static final Limits NONE = new Limits(Integer.MAX_VALUE, null, Integer.MAX_VALUE);
    }

    /** The headers, besides {@code Retry-After}, in which a target says when to retry. */
    public enum RateHeaders {
        /** {@code RateLimit: "default";r=0;t=30}. */
        DRAFT_10,
        /** {@code RateLimit-Reset: 30}. */
        DRAFT_06,
        /** {@code X-RateLimit-Reset}, in seconds from now or since 1970. */
        X_RATELIMIT,
        /** {@code Retry-After-Seconds} and {@code RateLimit-Reset} as a date. */
        CAT_API
    }

    /**
     * The dialect of a target.
     *
     * @param refusals rules that recognize refusals; the first rule that fits counts
     * @param rates null if only {@code Retry-After} says when to retry
     * @param words for each fact, the meaning of the target's words
     */
    public record Dialect(
            List<RefusalRule> refusals,
            @Nullable RateHeaders rates,
            Map<String, Map<String, String>> words) {
        public Dialect {
            refusals = List.copyOf(refusals);
            words = Map.copyOf(words);
        }
    }

    /**
     * A rule that recognizes a refusal. A rule that looks into the answer applies even if the
     * status is that of an acceptance.
     *
     * @param status the status code; null for any
     * @param where a JSON pointer into the answer; null for the answer as a whole
     * @param says the text that must be there; null for any
     * @param matches a regular expression that must be found there; null for any text
     * @param means why it was refused
     * @param named the domain's own name for the reason; null if it is one of the known ones
     */
    public record RefusalRule(
            @Nullable Integer status,
            @Nullable String where,
            @Nullable String says,
            @Nullable String matches,
            Refusal means,
            @Nullable String named) {
        /** Whether the rule looks into the answer. */
        public boolean looksInside() {
            return where != null || matches != null;
        }
    }

    /**
     * A domain of the profile's own.
     *
     * @param domain its words
     * @param bindings how its operations are sent, and how its things are made, by name
     * @param cleanUp how what they made is taken away, by the same names
     * @param sinks where we listen to what the target asks of others
     */
    public record Declarations(
            Domain domain,
            Map<String, Binding> bindings,
            Map<String, CleanUp.Way> cleanUp,
            List<Sink> sinks) {
        /** The profile declares nothing. */
        public static final Declarations NONE =
                new Declarations(Domain.NONE, Map.of(), Map.of(), List.of());

        public Declarations {
            sinks = List.copyOf(sinks);
            bindings = Map.copyOf(bindings);
            cleanUp = Map.copyOf(cleanUp);
        }
    }

    /** A custom driver, by name, and its settings. */
    public record Extension(String driver, Map<String, String> settings) {}

    /** The same target, reached at these addresses and administered with these credentials. */
    public Profile at(List<URI> addresses, @Nullable Credentials credentials) {
        Access other =
                new Access(
                        access.accounts(),
                        access.members(),
                        access.session(),
                        access.headers(),
                        access.secrets(),
                        access.addresses(),
                        credentials);
        return new Profile(
                name,
                title,
                addresses,
                other,
                promises,
                limits,
                lacks,
                dialect,
                operations,
                cleanUp,
                declared,
                extension);
    }

    /** The same target, judged against these promises. */
    public Profile promising(Promises others) {
        return new Profile(
                name,
                title,
                doors,
                access,
                others,
                limits,
                lacks,
                dialect,
                operations,
                cleanUp,
                declared,
                extension);
    }

    /** Whose credentials Mara uses; null if the target lends none. */
    public @Nullable Credentials administrator() {
        return access.administrator();
    }

    /** How it takes away what a run made. */
    public CleanUp.Way wayToTakeAway(Remnant remnant) {
        return remnant.facts().get(Remnant.MADE_BY) instanceof String operation
                ? declared.cleanUp()
                        .getOrDefault(
                                operation,
                                new CleanUp.Stays("for which the profile declares no clean-up"))
                : cleanUp.of(remnant.kind());
    }

    /** The time limit of a request. */
    public Duration limit() {
        return promises.answer();
    }
}
