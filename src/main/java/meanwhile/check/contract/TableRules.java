package meanwhile.check.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import meanwhile.model.Contract;
import org.jspecify.annotations.Nullable;

/** A contract that is a table, for some things. */
final class TableRules implements Contract<TableRules.State, TableRules.Deed, TableRules.Answered> {
    /** What is known of each thing. */
    record State(Map<String, Map<String, Value>> things) {
        State {
            things = Map.copyOf(things);
        }

        Value fact(String thing, String name) {
            return things.getOrDefault(thing, Map.of()).getOrDefault(name, Value.open());
        }

        State with(String thing, String name, Value value) {
            Map<String, Map<String, Value>> all = new HashMap<>(things);
            Map<String, Value> facts = new TreeMap<>(all.getOrDefault(thing, Map.of()));
            facts.put(name, value);
            all.put(thing, Map.copyOf(facts));
            return new State(all);
        }
    }

    /**
     * What somebody does.
     *
     * @param who the person, as answers tell them
     * @param values what the call says
     */
    record Deed(String who, String operation, Map<String, String> values) {
        Deed {
            values = Map.copyOf(values);
        }

        /** The value of a parameter that is said with spaces; null if the call does not say it. */
        @Nullable String said(String parameter) {
            String value = values.get(parameter);
            return value == null ? values.get(parameter.replace(' ', '-')) : value;
        }
    }

    /**
     * How it was answered.
     *
     * @param refusal why it was refused, said with spaces; null if it was accepted
     * @param facts what the answer tells, by names with spaces
     */
    record Answered(@Nullable String refusal, Map<String, Value> facts) {
        Answered {
            facts = Map.copyOf(facts);
        }
    }

    private final Map<String, List<Row>> rows = new HashMap<>();
    private final List<Row> byItself;
    private final Set<String> met = new HashSet<>();
    private final State initial;
    private final Map<String, String> kinds;

    /**
     * @param initial what is known of each thing at first
     * @param kinds the kind of each thing
     */
    TableRules(ContractTable table, State initial, Map<String, String> kinds) {
        table.operations().forEach(operation -> rows.put(operation, table.of(operation)));
        byItself = table.byItself();
        this.initial = initial;
        this.kinds = Map.copyOf(kinds);
    }

    /** What is known of a thing when it is made. */
    static Map<String, Value> begins(
            Map<String, ContractTable.Known> facts, Map<String, Value> made) {
        Map<String, Value> begins = new LinkedHashMap<>();
        Expression.Scope scope = new CallScope(new State(Map.of()), Map.of(), null, null, made);
        facts.forEach((name, known) -> begins.put(name, known.begins().in(scope)));
        return begins;
    }

    @Override
    public State initial() {
        return initial;
    }

    @Override
    public Set<State> step(State state, Deed deed, @Nullable Answered answer) {
        Set<State> next = new HashSet<>();
        for (Row row : applying(state, deed)) {
            Expression.Scope scope = scope(state, row, deed, answer);
            if (answer == null || allows(row, answer, scope)) {
                if (answer != null) {
                    met.add(row.place());
                }
                next.add(changed(state, row, deed, scope));
            }
        }
        return next;
    }

    /** The places of the rows that fitted so far, in some order that was tried. */
    Set<String> met() {
        return Set.copyOf(met);
    }

    /** The rows that may say how a deed is answered in this state. */
    List<Row> applying(State state, Deed deed) {
        boolean[] said = {false};
        return rows.getOrDefault(deed.operation(), List.of()).stream()
                .filter(
                        row -> {
                            Expression.Scope scope = scope(state, row, deed, null);
                            if (row.isOtherwise()) {
                                return !said[0];
                            }
                            said[0] |= row.applies(scope);
                            return row.mayApply(scope);
                        })
                .toList();
    }

    /** A row of a deed's operation. */
    Row any(Deed deed) {
        return rows.getOrDefault(deed.operation(), List.of()).getFirst();
    }

    /** The facts on which it depends how a deed is answered. */
    Set<String> decisive(Deed deed) {
        return rows.getOrDefault(deed.operation(), List.of()).stream()
                .flatMap(row -> row.facts().stream())
                .collect(Collectors.toSet());
    }

    /** The facts of answers of which the rows of an operation speak. */
    List<String> told(Row any) {
        return rows.getOrDefault(String.valueOf(any.operation()), List.of()).stream()
                .flatMap(row -> row.replies().stream())
                .filter(Row.AcceptedWith.class::isInstance)
                .flatMap(reply -> ((Row.AcceptedWith) reply).tellings().stream())
                .map(Row.Telling::fact)
                .distinct()
                .toList();
    }

    private static boolean allows(Row row, Answered answer, Expression.Scope scope) {
        return row.replies().stream().anyMatch(reply -> allows(reply, answer, scope));
    }

    private static boolean allows(Row.Reply reply, Answered answer, Expression.Scope scope) {
        return switch (reply) {
            case Row.Anything _ -> true;
            case Row.RefusedAs(String reason) -> reason.equals(answer.refusal());
            case Row.AcceptedWith(List<Row.Telling> tellings) ->
                    answer.refusal() == null
                            && tellings.stream().allMatch(telling -> fits(telling, scope));
        };
    }

    private static boolean fits(Row.Telling telling, Expression.Scope scope) {
        Expression compared =
                new Expression.Both(
                        telling.operator(), new Expression.Told(telling.fact()), telling.value());
        return !compared.in(scope).equals(Value.of(false));
    }

    private static State changed(State state, Row row, Deed deed, Expression.Scope scope) {
        State changed = state;
        for (Row.Change change : row.changes()) {
            String thing = deed.said(change.fact().role());
            if (thing != null) {
                changed = changed.with(thing, change.fact().name(), change.value().in(scope));
            }
        }
        return changed;
    }

    private static Expression.Scope scope(
            State state, Row row, Deed deed, @Nullable Answered answer) {
        Map<String, String> things = new HashMap<>();
        for (Row.Role role : row.roles()) {
            String thing = deed.said(role.parameter());
            if (thing != null) {
                things.put(role.parameter(), thing);
            }
        }
        return new CallScope(state, things, deed, answer, Map.of());
    }

    @Override
    public Set<State> byItself(State state) {
        Set<State> next = new HashSet<>();
        for (Row row : byItself) {
            Row.Role role = row.roles().getFirst();
            kinds.forEach(
                    (thing, kind) -> {
                        if (kind.equals(role.kind())) {
                            Deed itself = new Deed("", "", Map.of(role.parameter(), thing));
                            Expression.Scope scope = scope(state, row, itself, null);
                            if (row.mayApply(scope)) {
                                met.add(row.place());
                                next.add(changed(state, row, itself, scope));
                            }
                        }
                    });
        }
        return next;
    }

    @Override
    public boolean reads(Deed deed, @Nullable Answered answer) {
        return rows.getOrDefault(deed.operation(), List.of()).stream()
                .filter(row -> answer == null || mayAnswer(row, answer))
                .allMatch(Row::changesNothing);
    }

    private static boolean mayAnswer(Row row, Answered answer) {
        return row.replies().stream()
                .anyMatch(
                        reply ->
                                switch (reply) {
                                    case Row.Anything _ -> true;
                                    case Row.RefusedAs(String reason) ->
                                            reason.equals(answer.refusal());
                                    case Row.AcceptedWith _ -> answer.refusal() == null;
                                });
    }

    /** The names of a row, in a state, for a call. */
    private record CallScope(
            State state,
            Map<String, String> things,
            @Nullable Deed deed,
            @Nullable Answered answer,
            Map<String, Value> made)
            implements Expression.Scope {
        @Override
        public Value fact(String role, String name) {
            String thing = things.get(role);
            return thing == null ? Value.open() : state.fact(thing, name);
        }

        @Override
        public Value said(String parameter) {
            String value = deed == null ? null : deed.said(parameter);
            return value == null ? Value.open() : Value.of(value);
        }

        @Override
        public Value who() {
            return deed == null ? Value.open() : Value.of(deed.who());
        }

        @Override
        public Value told(String fact) {
            return answer == null ? Value.open() : answer.facts().getOrDefault(fact, Value.open());
        }

        @Override
        public Value begun(String what) {
            return made.getOrDefault(what, Value.open());
        }
    }
}
