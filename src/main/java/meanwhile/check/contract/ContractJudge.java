package meanwhile.check.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import meanwhile.check.CallEvents;
import meanwhile.check.Verdict;
import meanwhile.check.contract.TableRules.Answered;
import meanwhile.check.contract.TableRules.Deed;
import meanwhile.check.contract.TableRules.State;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.model.Conformance;
import meanwhile.model.Contract;
import meanwhile.model.Event;

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
        Reading reading = reading();
        return history.stream().filter(call -> reading.deed(call, identity) != null).toList();
    }

    /** Judges all calls of a history; the first thing that breaks it is told. */
    public Verdict of(History history) {
        return of(history, new HashSet<>());
    }

    /** The places of the rows that a history meets: some order that was tried makes use of them. */
    public Set<String> rowsMet(History history) {
        Set<String> met = new HashSet<>();
        Verdict _ = of(history, met);
        return met;
    }

    private Verdict of(History history, Set<String> met) {
        List<Verdict> verdicts = new ArrayList<>();
        for (List<Call> calls : byThings(judged(history))) {
            Verdict verdict = judge(calls, history, met);
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
        for (Row row : table.of(deed.operation())) {
            for (Row.Role role : row.roles()) {
                String thing = deed.said(role.parameter());
                if (thing != null) {
                    things.put(thing, role.kind());
                }
            }
        }
        return things;
    }

    private Reading reading() {
        return table.isOfGallery() ? new GalleryReading() : new DeclaredReading(table);
    }

    private Deed deed(Call call) {
        return Objects.requireNonNull(reading().deed(call, identity), "a judged call");
    }

    private Verdict judge(List<Call> calls, History history, Set<String> met) {
        Map<String, String> kinds = new HashMap<>();
        calls.forEach(call -> kinds.putAll(things(call)));
        TableRules rules = new TableRules(table, first(kinds, history), kinds);
        Verdict verdict = judge(calls, rules);
        met.addAll(rules.met());
        return verdict;
    }

    private Verdict judge(List<Call> calls, TableRules rules) {
        List<Event<Contract.Asked<Deed, Answered>>> events = new ArrayList<>();
        for (Call call : calls) {
            Contract.Asked<Deed, Answered> asked =
                    new Contract.Asked<>(deed(call), reading().answered(call));
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

    private Map<String, Value> made(String thing, String kind, History history) {
        Reading reading = reading();
        return history.stream()
                .map(call -> reading.made(call, thing, kind))
                .filter(made -> !made.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }
}
