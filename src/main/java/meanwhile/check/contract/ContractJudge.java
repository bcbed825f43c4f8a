package meanwhile.check.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import meanwhile.check.CallEvents;
import meanwhile.check.Verdict;
import meanwhile.check.contract.TableRules.Answered;
import meanwhile.check.contract.TableRules.Deed;
import meanwhile.check.contract.TableRules.State;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.model.Conformance;
import meanwhile.model.Contract;
import meanwhile.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Judges histories by a contract: whether some order of the calls keeps to it. Calls about
 * different things do not concern each other, unless a call is about both.
 *
 * @param table the contract
 * @param identity how answers tell a person, by the name that the person has in histories
 * @param shown what is shown of an identifier
 * @param delay the nanoseconds by which a look may lag
 * @param budget the number of steps that the search about a thing may try
 */
public record ContractJudge(
        ContractTable table,
        UnaryOperator<String> identity,
        UnaryOperator<String> shown,
        long delay,
        long budget) {

    /** The calls of which the contract speaks, and whose answers say something. */
    public List<Call> judged(History history) {
        Set<String> operations = table.operations();
        return history.stream()
                .filter(call -> operations.contains(call.operation().key()))
                .filter(this::says)
                .toList();
    }

    /** Whoever is only asked to come back has learnt nothing, unless a row speaks of it. */
    private boolean says(Call call) {
        return call.outcome().isTold()
                || call.possible()
                || table.of(call.operation().key()).stream()
                        .flatMap(row -> row.replies().stream())
                        .anyMatch(
                                reply ->
                                        reply instanceof Row.RefusedAs(String reason)
                                                && reason.equals(reason(call.outcome())));
    }

    /** Judges all calls of a history; the first thing that breaks it is told. */
    public Verdict of(History history) {
        List<Verdict> verdicts = new ArrayList<>();
        for (List<Call> calls : byThings(judged(history))) {
            Verdict verdict = judge(calls, history);
            if (verdict instanceof Verdict.Contradicted) {
                return verdict;
            }
            verdicts.add(verdict);
        }
        return Verdict.worst(verdicts);
    }

    /** The calls that concern each other: about the same things, or things that some call joins. */
    private List<List<Call>> byThings(List<Call> calls) {
        Map<String, String> leaders = new HashMap<>();
        for (Call call : calls) {
            List<String> things = List.copyOf(things(call).keySet());
            for (String thing : things) {
                leaders.put(leader(leaders, thing), leader(leaders, things.getFirst()));
            }
        }
        Map<String, List<Call>> groups = new LinkedHashMap<>();
        for (Call call : calls) {
            things(call).keySet().stream()
                    .findFirst()
                    .ifPresent(
                            thing ->
                                    groups.computeIfAbsent(
                                                    leader(leaders, thing), _ -> new ArrayList<>())
                                            .add(call));
        }
        return List.copyOf(groups.values());
    }

    private static String leader(Map<String, String> leaders, String thing) {
        String leader = thing;
        String next = leaders.getOrDefault(leader, leader);
        while (!next.equals(leader)) {
            leader = next;
            next = leaders.getOrDefault(leader, leader);
        }
        return leader;
    }

    /** The things that a call is about, with their kinds. */
    private Map<String, String> things(Call call) {
        Map<String, String> things = new LinkedHashMap<>();
        Deed deed = deed(call);
        for (Row row : table.of(call.operation().key())) {
            for (Row.Role role : row.roles()) {
                String thing = deed.said(role.parameter());
                if (thing != null) {
                    things.put(thing, role.kind());
                }
            }
        }
        return things;
    }

    private Deed deed(Call call) {
        Map<String, String> values =
                call.operation() instanceof Operation.Declared declared
                        ? declared.values()
                        : Map.of();
        return new Deed(identity.apply(call.actor().member()), call.operation().key(), values);
    }

    private Verdict judge(List<Call> calls, History history) {
        Map<String, String> kinds = new HashMap<>();
        calls.forEach(call -> kinds.putAll(things(call)));
        TableRules rules = new TableRules(table, first(kinds, history), kinds);
        List<Event<Contract.Asked<Deed, Answered>>> events = new ArrayList<>();
        for (Call call : calls) {
            Contract.Asked<Deed, Answered> asked =
                    new Contract.Asked<>(deed(call), answered(call.outcome()));
            Event<Contract.Asked<Deed, Answered>> event =
                    CallEvents.event(events.size(), call, asked, asked.answer() != null);
            boolean mayLag = call.accepted() && rules.reads(asked.operation(), asked.answer());
            events.add(mayLag ? event.lagging(delay) : event);
        }
        return switch (new Conformance<>(rules, budget).check(events)) {
            case Conformance.Kept<State, Deed, Answered> _ -> Verdict.holds();
            case Conformance.Open<State, Deed, Answered>(String reason) ->
                    new Verdict.Undecided(reason);
            case Conformance.Broken<State, Deed, Answered> broken ->
                    new MissingRow(rules, broken, shown)
                            .told(
                                    broken.why().stream()
                                            .map(event -> calls.get(event.source()))
                                            .toList(),
                                    calls.get(broken.stuck().source()));
        };
    }

    /** What is known at first: of a thing that nobody was seen to make, only what needs no call. */
    private State first(Map<String, String> kinds, History history) {
        Map<String, Map<String, Value>> things = new HashMap<>();
        kinds.forEach(
                (thing, kind) ->
                        things.put(
                                thing,
                                TableRules.begins(
                                        table.kinds().getOrDefault(kind, Map.of()),
                                        made(thing, kind, history))));
        return new State(things);
    }

    private static Map<String, Value> made(String thing, String kind, History history) {
        for (Call call : history.calls()) {
            if (call.operation() instanceof Operation.Declared maker
                    && maker.name().equals(Domain.maker(kind))
                    && thing.equals(id(call, maker))) {
                Map<String, Value> made = new HashMap<>();
                Value.put(made, "number", maker.values().get("with"));
                Value.put(made, "name", maker.values().get("name"));
                return made;
            }
        }
        return Map.of();
    }

    private static @Nullable String id(Call call, Operation.Declared maker) {
        Answer.DeclaredSeen seen = call.answer(Answer.DeclaredSeen.class);
        String told = seen == null ? null : seen.facts().get("id");
        return told == null ? maker.values().get("id") : told;
    }

    private static @Nullable Answered answered(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(_, Answer.DeclaredSeen seen) -> {
                Map<String, Value> told = new HashMap<>();
                seen.facts()
                        .forEach(
                                (name, value) ->
                                        told.put(Vocabulary.spaced(name), Value.of(value)));
                seen.lists()
                        .forEach(
                                (name, values) ->
                                        told.put(
                                                Vocabulary.spaced(name),
                                                new Value.Many(
                                                        values.stream().map(Value::of).toList(),
                                                        true)));
                yield new Answered(null, told);
            }
            case Outcome.Accepted _ -> new Answered(null, Map.of());
            case Outcome.Refused _ -> new Answered(reason(outcome), Map.of());
            case Outcome.Broken _, Outcome.Unknown _ -> null;
        };
    }

    private static @Nullable String reason(Outcome outcome) {
        if (!(outcome instanceof Outcome.Refused refused)) {
            return null;
        }
        String named = refused.named();
        Refusal why = refused.why();
        return named == null ? Vocabulary.spaced(why.key()) : named;
    }
}
