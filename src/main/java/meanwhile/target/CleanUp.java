package meanwhile.target;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import meanwhile.language.Remnant;

/**
 * How a run takes away what it made. An operation counts as a deletion, so that the clean-up may
 * call it unasked, only if one of its requests has the method DELETE: a profile may bind “delete”
 * to anything, such as closing an account.
 *
 * @param said what the profile says under {@code clean-up}, by kind
 * @param operations the profile's bindings
 */
public record CleanUp(Map<Remnant.Kind, Way> said, Map<String, Binding> operations) {
    /** In a profile: what was made stays. */
    static final String NONE = "none";

    public CleanUp {
        said = Map.copyOf(said);
        operations = Map.copyOf(operations);
    }

    /** How one kind of thing is taken away. */
    public sealed interface Way {}

    /** By its operation. */
    public record ByOperation() implements Way {}

    /** By a request of its own. */
    public record ByRequest(Binding binding) implements Way {}

    /**
     * Not at all.
     *
     * @param reason continues a sentence: "3 members, which …"
     */
    public record Stays(String reason) implements Way {}

    /** The requests of some ways. */
    static Stream<Binding> bindings(Collection<Way> ways) {
        return ways.stream()
                .filter(ByRequest.class::isInstance)
                .map(way -> ((ByRequest) way).binding());
    }

    /** A kind's name in profiles. */
    static String key(Remnant.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The way for a kind of thing. */
    public Way of(Remnant.Kind kind) {
        Way way = said.get(kind);
        return way == null ? unsaid(kind) : way;
    }

    private Way unsaid(Remnant.Kind kind) {
        String key = kind.undo();
        Binding binding = key == null ? null : operations.get(key);
        if (binding == null) {
            return new Stays("which no operation of the profile deletes");
        }
        return binding.requests().stream().anyMatch(each -> each.method().equals("DELETE"))
                ? new ByOperation()
                : new Stays(
                        "because %s is bound to %s %s, which may be no deletion; “clean-up: {%s: %s}” says that it is"
                                .formatted(
                                        key,
                                        binding.last().method(),
                                        binding.last().path(),
                                        key(kind),
                                        key));
    }
}
