package meanwhile.check.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import meanwhile.check.Verdict;
import meanwhile.check.contract.TableRules.Answered;
import meanwhile.check.contract.TableRules.Deed;
import meanwhile.check.contract.TableRules.State;
import meanwhile.history.Call;
import meanwhile.language.Operation;
import meanwhile.model.Conformance;
import org.jspecify.annotations.Nullable;

/**
 * Tells a contradiction of a contract, with the row that it would need.
 *
 * @param shown what is shown of an identifier
 */
record MissingRow(
        TableRules rules,
        Conformance.Broken<State, Deed, Answered> broken,
        UnaryOperator<String> shown) {
    /** Of more states than these the others are not listed. */
    private static final int MOST = 3;

    Verdict told(List<Call> calls, Call stuck) {
        Deed deed = broken.stuck().op().operation();
        Row any = rules.any(deed);
        List<State> states =
                broken.states().stream()
                        .sorted(Comparator.comparing(state -> words(state, deed)))
                        .toList();
        String answered = answered(broken.stuck().op().answer(), any);
        String situation =
                "%s, who %s while %s"
                        .formatted(stuck.actor(), said(stuck, any), words(states, deed));
        String promised = promised(states, deed);
        return Verdict.contradicted(
                promised.isEmpty()
                        ? "Expected a row of the contract for %s, saw “%s”"
                                .formatted(situation, answered)
                        : "Expected %s, to be answered %s, saw “%s”"
                                .formatted(situation, promised, answered),
                calls,
                "No order keeps to the contract, whatever became of the calls that are not shown; it would need the row | somebody %s | %s | %s | … |"
                        .formatted(any.phrase(), words(states.getFirst(), deed), answered));
    }

    private static String said(Call call, Row any) {
        return call.operation() instanceof Operation.Declared declared
                ? declared.said()
                : any.phrase();
    }

    private String words(List<State> states, Deed deed) {
        List<String> all = states.stream().map(state -> words(state, deed)).distinct().toList();
        return all.stream().limit(MOST).collect(Collectors.joining(", or "))
                + (all.size() > MOST ? ", or in another of %d states".formatted(all.size()) : "");
    }

    /** What is known of the things that the call is about. */
    private String words(State state, Deed deed) {
        List<String> facts = new ArrayList<>();
        List<Row.Role> roles = rules.any(deed).roles();
        for (Row.Role role : roles) {
            String thing = deed.said(role.parameter());
            Map<String, Value> known =
                    new TreeMap<>(state.things().getOrDefault(String.valueOf(thing), Map.of()));
            known.keySet().retainAll(rules.decisive(deed));
            known.forEach(
                    (name, value) ->
                            facts.add(
                                    "%s%s is %s"
                                            .formatted(
                                                    name,
                                                    roles.size() > 1
                                                            ? " of " + role.parameter()
                                                            : "",
                                                    shown(value))));
        }
        return String.join(" and ", facts);
    }

    /** What the rows promise instead, with their places; empty if there are none. */
    private String promised(List<State> states, Deed deed) {
        return states.stream()
                .flatMap(state -> rules.applying(state, deed).stream())
                .map(row -> "“%s” (%s)".formatted(replies(row), row.place()))
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining(" or "));
    }

    private static String replies(Row row) {
        return row.replies().stream()
                .map(
                        reply ->
                                switch (reply) {
                                    case Row.Anything _ -> "anything";
                                    case Row.RefusedAs(String reason) -> reason;
                                    case Row.AcceptedWith(List<Row.Telling> tellings) ->
                                            tellings.isEmpty()
                                                    ? "accepted"
                                                    : tellings.stream()
                                                            .map(Row.Telling::fact)
                                                            .collect(
                                                                    Collectors.joining(
                                                                            ", ",
                                                                            "accepted with ",
                                                                            ""));
                                })
                .collect(Collectors.joining(" or "));
    }

    /** The answer, with the facts of which the contract speaks. */
    private String answered(@Nullable Answered answer, Row any) {
        if (answer == null) {
            return "…";
        }
        if (answer.refusal() != null) {
            return answer.refusal();
        }
        String facts =
                rules.told(any).stream()
                        .filter(answer.facts()::containsKey)
                        .map(
                                fact ->
                                        "%s = %s"
                                                .formatted(
                                                        fact,
                                                        shown(
                                                                answer.facts()
                                                                        .getOrDefault(
                                                                                fact,
                                                                                Value.open()))))
                        .collect(Collectors.joining(", "));
        return facts.isEmpty() ? "accepted" : "accepted with " + facts;
    }

    private String shown(Value value) {
        return switch (value) {
            case Value.Quantity _, Value.Truth _ -> value.plain();
            case Value.Text(String words) when value.number() != null -> words;
            case Value.Text(String words) ->
                    words.isEmpty() ? "nobody" : "“%s”".formatted(shown.apply(words));
            case Value.Many(List<Value> elements, _) ->
                    elements.isEmpty()
                            ? "empty"
                            : elements.stream()
                                    .map(this::shown)
                                    .collect(Collectors.joining(", ", "[", "]"));
            case Value.Open _ -> "unknown";
        };
    }
}
