package meanwhile.check.contract;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import meanwhile.check.contract.TableRules.Deed;
import meanwhile.check.contract.TableRules.State;
import meanwhile.language.Domain;

/**
 * Tries a contract on a few things: it walks from what they have at first through the states that
 * the rows lead to, and does everything in each. So it finds states of which no row says what
 * happens there, and rows that can never apply.
 */
final class Proofreading {
    /** So many states of a contract whose numbers grow for ever are enough. */
    private static final int MOST_STATES = 300;

    private static final int MOST_DEEDS = 400;

    private final ContractTable table;
    private final ContractText text;
    private final Pools pools;
    private final Set<Row> applied = new HashSet<>();
    private final Map<String, String> uncovered = new LinkedHashMap<>();

    Proofreading(ContractTable table, ContractText text) {
        this.table = table;
        this.text = text;
        pools = Pools.of(table);
    }

    /** What is wrong, a line each. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(unsaid());
        walk();
        faults.addAll(uncovered.values());
        for (Row row : table.rows()) {
            if (!applied.contains(row) && new Satisfiable(table, row, pools).isNever()) {
                faults.add(row.place() + ": this row can never apply");
            }
        }
        faults.addAll(doubled());
        return faults;
    }

    /** Operations that change a thing and have no row: after them nothing would be known. */
    private List<String> unsaid() {
        Set<String> said = table.operations();
        return table.domain().actions().stream()
                .filter(Domain.Action::writes)
                .filter(action -> !said.contains(action.name()))
                .filter(
                        action ->
                                action.parameters().stream()
                                        .anyMatch(
                                                one ->
                                                        one.thing() != null
                                                                && table.kinds()
                                                                        .containsKey(one.thing())))
                .map(
                        action ->
                                "%s: no row says what happens when somebody “%s”"
                                        .formatted(
                                                text.tables().getLast().place(), action.phrase()))
                .toList();
    }

    private List<String> doubled() {
        Map<Row, Row> known = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Row row : table.rows()) {
            Row bare =
                    new Row(
                            "",
                            row.phrase(),
                            row.operation(),
                            row.roles(),
                            row.condition(),
                            row.isOtherwise(),
                            row.replies(),
                            row.changes());
            Row same = known.putIfAbsent(bare, row);
            if (same != null) {
                faults.add("%s: this row says the same as %s".formatted(row.place(), same.place()));
            }
        }
        return faults;
    }

    /** Breadth first, from each of a few beginnings. */
    private void walk() {
        Map<String, String> kinds = new TreeMap<>();
        for (String kind : table.kinds().keySet()) {
            for (int i = 0; i < most(kind); i++) {
                kinds.put(kind + " " + (i + 1), kind);
            }
        }
        for (Value number : pools.numbers()) {
            BigDecimal some = number.number();
            if (some != null && some.signum() >= 0) {
                walk(kinds, number);
            }
        }
    }

    private int most(String kind) {
        return table.rows().stream()
                .mapToInt(
                        row ->
                                (int)
                                        row.roles().stream()
                                                .filter(role -> role.kind().equals(kind))
                                                .count())
                .max()
                .orElse(1);
    }

    private void walk(Map<String, String> kinds, Value number) {
        Map<String, Map<String, Value>> first = new HashMap<>();
        kinds.forEach(
                (thing, kind) ->
                        first.put(
                                thing,
                                TableRules.begins(
                                        table.kinds().getOrDefault(kind, Map.of()),
                                        Map.of("number", number, "name", Value.of(thing)))));
        TableRules rules = new TableRules(table, new State(first), kinds);
        List<Deed> deeds = new Drawn(table, pools, kinds).deeds(MOST_DEEDS);
        Set<State> seen = new HashSet<>(Set.of(rules.initial()));
        Deque<State> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < MOST_STATES) {
            State state = open.removeFirst();
            Set<State> next = new HashSet<>(rules.byItself(state));
            for (Deed deed : deeds) {
                List<Row> rows = rules.applying(state, deed);
                applied.addAll(rows);
                if (rows.isEmpty()) {
                    uncovered(state, deed);
                }
                next.addAll(rules.step(state, deed, null));
            }
            next.stream().filter(seen::add).forEach(open::add);
        }
        for (Row row : table.byItself()) {
            applied.add(row);
        }
    }

    private void uncovered(State state, Deed deed) {
        List<Row> rows = table.of(deed.operation());
        Row any = rows.getFirst();
        uncovered.computeIfAbsent(
                deed.operation(),
                _ ->
                        "%s: no row says what happens when %s %s while %s"
                                .formatted(
                                        any.place(),
                                        deed.who(),
                                        said(any, deed),
                                        facts(state, any, deed)));
    }

    private static String said(Row row, Deed deed) {
        return Domain.GAP
                .matcher(row.phrase())
                .replaceAll(
                        gap -> String.valueOf(deed.said(gap.group(1).strip().replace('-', ' '))));
    }

    private static String facts(State state, Row row, Deed deed) {
        return row.roles().stream()
                .map(role -> String.valueOf(deed.said(role.parameter())))
                .flatMap(
                        thing ->
                                new TreeMap<>(state.things().getOrDefault(thing, Map.of()))
                                        .entrySet().stream()
                                                .map(
                                                        one ->
                                                                "%s is %s"
                                                                        .formatted(
                                                                                one.getKey(),
                                                                                shown(
                                                                                        one
                                                                                                .getValue()))))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String shown(Value value) {
        return value.equals(Value.nobody()) ? "nobody" : value.plain();
    }
}
