package meanwhile.check.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What the target asked of others because of deeds: charges because of orders. Calls that were told
 * the same identity are one deed: a buyer who sends an order again orders once.
 *
 * @param event what was asked, in words
 * @param deeds the deeds because of which it should be asked
 * @param of the calls of each deed, and what was asked because of it, by its identity
 */
public record Consequences(Domain.Event event, Deeds deeds, Map<String, One> of) {
    public Consequences {
        of = Map.copyOf(of);
    }

    /** One deed: its calls, and what was asked because of it. */
    public record One(List<Call> calls, List<Call> asked) {
        private boolean accepted() {
            return calls.stream().anyMatch(Call::accepted);
        }

        private boolean possible() {
            return calls.stream().anyMatch(Call::possible);
        }

        private List<Call> all() {
            List<Call> all = new ArrayList<>(calls);
            all.addAll(asked);
            return all;
        }
    }

    /** What a history says of these deeds. */
    public static Consequences in(History history, Domain.Event event, Deeds deeds) {
        Map<String, One> of = new LinkedHashMap<>();
        for (Call call : deeds.calls()) {
            add(of, event.deed(call.operation(), call.outcome()), call, One::calls);
        }
        for (Call call : history.of(Operation.DeclaredEvent.class).calls()) {
            if (call.operation() instanceof Operation.DeclaredEvent asked) {
                add(of, event.deed(asked), call, One::asked);
            }
        }
        return new Consequences(event, deeds, of);
    }

    private static void add(
            Map<String, One> of,
            @Nullable String identity,
            Call call,
            Function<One, List<Call>> where) {
        if (identity != null) {
            where.apply(
                            of.computeIfAbsent(
                                    identity, _ -> new One(new ArrayList<>(), new ArrayList<>())))
                    .add(call);
        }
    }

    /** All that was asked. */
    public List<Call> asked() {
        return of.values().stream().flatMap(one -> one.asked().stream()).toList();
    }

    /**
     * Checks that it was asked once for each accepted deed, at most once for each that may have
     * happened, and for no other.
     */
    public Verdict exactlyOnce() {
        for (One one : of.values()) {
            if (one.accepted() && one.asked().size() != 1) {
                return Verdict.contradicted(
                        "Expected each accepted %s to be %s once, saw one that was %s"
                                .formatted(deeds.noun(), event.done(), times(one)),
                        one.all(),
                        one.asked().isEmpty()
                                ? "Nothing was asked because of it"
                                : "It is one and the same " + deeds.noun());
            }
        }
        return Verdict.worst(List.of(atMostOnce(), onlyOfAccepted()));
    }

    /** Checks that it was asked at most once for each deed, whatever became of that. */
    public Verdict atMostOnce() {
        for (One one : of.values()) {
            if (one.asked().size() > 1) {
                return Verdict.contradicted(
                        "Expected no %s to be %s more than once, saw one that was %s"
                                .formatted(deeds.noun(), event.done(), times(one)),
                        one.all(),
                        "It is one and the same " + deeds.noun());
            }
        }
        return Verdict.holds();
    }

    /** Checks that it was asked for no deed that was refused. */
    public Verdict onlyOfAccepted() {
        for (One one : of.values()) {
            if (!one.possible() && !one.asked().isEmpty()) {
                return Verdict.contradicted(
                        "Expected no %s without an accepted %s, saw one"
                                .formatted(event.noun(), deeds.noun()),
                        one.all(),
                        one.calls().isEmpty()
                                ? "Nobody did what it is for"
                                : "What it is for was refused");
            }
        }
        return Verdict.holds();
    }

    private String times(One one) {
        return one.asked().isEmpty()
                ? "not " + event.done()
                : "%s %d times".formatted(event.done(), one.asked().size());
    }
}
