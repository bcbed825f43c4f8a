package meanwhile.check.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.check.contract.ContractTable.Known;
import meanwhile.check.contract.Expression.Operator;
import meanwhile.check.contract.Expression.Sort;
import meanwhile.language.Domain;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads one row of a contract. */
final class RowReader {
    private static final int CELLS = 4;
    private static final String OTHERWISE = "otherwise";

    private final String place;
    private final Map<String, Map<String, Known>> kinds;
    private final Operations operations;

    RowReader(String place, Map<String, Map<String, Known>> kinds, Operations operations) {
        this.place = place;
        this.kinds = kinds;
        this.operations = operations;
    }

    Row read(List<String> cells) throws Cell.Fault {
        if (cells.size() != CELLS) {
            throw new Cell.Fault("a row has four cells, and this one has " + cells.size());
        }
        String who = cells.getFirst();
        String itself = Operations.itself(who);
        String said = Operations.somebody(who);
        if (itself != null) {
            return byItself(itself, cells);
        }
        if (said == null) {
            throw new Cell.Fault(
                    "“%s” does not say who does what: begin with “somebody”, or say “{job} by itself”"
                            .formatted(who));
        }
        Domain.Action action = operations.said(said);
        List<Row.Role> roles = new ArrayList<>();
        Map<String, Sort> parameters = new HashMap<>();
        for (Domain.Parameter parameter : action.parameters()) {
            parameters.put(Vocabulary.spaced(parameter.name()), Vocabulary.sort(parameter.type()));
            if (parameter.thing() != null && kinds.containsKey(parameter.thing())) {
                roles.add(new Row.Role(Vocabulary.spaced(parameter.name()), parameter.thing()));
            }
        }
        if (roles.isEmpty()) {
            throw new Cell.Fault(
                    "“%s” is about no thing of which it is said what it has at first"
                            .formatted(said));
        }
        Map<String, Map<String, Sort>> facts = facts(roles);
        for (String parameter : parameters.keySet()) {
            if (facts.values().stream().anyMatch(known -> known.containsKey(parameter))) {
                throw new Cell.Fault(
                        "“%s” is what the call says, and what is known; one of them needs another name"
                                .formatted(parameter));
            }
        }
        Vocabulary before = new Vocabulary(facts, parameters, operations.told(action), true, false);
        return row(said, action.name(), roles, cells, before);
    }

    private Row byItself(String kind, List<String> cells) throws Cell.Fault {
        if (!kinds.containsKey(kind)) {
            throw new Cell.Fault(
                    "“{%s} by itself”: nothing is said of what a %s has at first"
                            .formatted(kind, kind));
        }
        if (!cells.get(2).isBlank()) {
            throw new Cell.Fault("what happens by itself is not answered; leave that cell empty");
        }
        if (cells.get(3).isBlank()) {
            throw new Cell.Fault("what happens by itself changes something; say what is so then");
        }
        List<Row.Role> roles = List.of(new Row.Role(kind, kind));
        return row(
                "{" + kind + "}",
                null,
                roles,
                cells,
                new Vocabulary(facts(roles), Map.of(), Set.of(), false, false));
    }

    private Row row(
            String phrase,
            @Nullable String operation,
            List<Row.Role> roles,
            List<String> cells,
            Vocabulary vocabulary)
            throws Cell.Fault {
        boolean otherwise = cells.get(1).equals(OTHERWISE);
        return new Row(
                place,
                phrase,
                operation,
                roles,
                otherwise || cells.get(1).isBlank() ? null : condition(cells.get(1), vocabulary),
                otherwise,
                operation == null ? List.of() : replies(cells.get(2), vocabulary),
                changes(cells.get(3), vocabulary));
    }

    private Map<String, Map<String, Sort>> facts(List<Row.Role> roles) {
        Map<String, Map<String, Sort>> facts = new HashMap<>();
        for (Row.Role role : roles) {
            Map<String, Sort> sorts = new HashMap<>();
            kinds.getOrDefault(role.kind(), Map.of())
                    .forEach((name, known) -> sorts.put(name, known.sort()));
            facts.put(role.parameter(), sorts);
        }
        return facts;
    }

    private static Expression condition(String cell, Vocabulary vocabulary) throws Cell.Fault {
        // The answer comes later than what is so before.
        Vocabulary before =
                new Vocabulary(
                        vocabulary.facts(),
                        vocabulary.parameters(),
                        Set.of(),
                        vocabulary.acts(),
                        false);
        Expression condition = ExpressionReader.whole(cell, before);
        if (!Sort.TRUTH.fits(condition.sort())) {
            throw new Cell.Fault(
                    "“%s” is %s; while needs what is true or false"
                            .formatted(cell, condition.sort().words()));
        }
        return condition;
    }

    private List<Row.Reply> replies(String cell, Vocabulary vocabulary) throws Cell.Fault {
        List<Row.Reply> replies = new ArrayList<>();
        for (String one : cell.split("\\s+or\\s+", -1)) {
            replies.add(reply(one.strip(), vocabulary));
        }
        return replies;
    }

    private Row.Reply reply(String said, Vocabulary vocabulary) throws Cell.Fault {
        if (said.equals("anything")) {
            return new Row.Anything();
        }
        if (said.equals("accepted")) {
            return new Row.AcceptedWith(List.of());
        }
        if (said.startsWith("accepted with ")) {
            return new Row.AcceptedWith(
                    tellings(said.substring("accepted with ".length()), vocabulary));
        }
        String reason = said.replace("\"", "");
        if (said.startsWith("accepted")
                || reason.isEmpty()
                || (operations.declared() && !reasons().contains(reason))) {
            throw new Cell.Fault(
                    "“%s” is no answer; allowed are accepted, accepted with facts, anything, %s"
                            .formatted(said, String.join(", ", reasons())));
        }
        return new Row.RefusedAs(reason);
    }

    private Set<String> reasons() {
        Set<String> reasons = new TreeSet<>(operations.domain().refusals());
        Arrays.stream(Refusal.values())
                .map(reason -> Vocabulary.spaced(reason.key()))
                .forEach(reasons::add);
        return reasons;
    }

    private List<Row.Telling> tellings(String said, Vocabulary vocabulary) throws Cell.Fault {
        Cell cell = new Cell(said);
        ExpressionReader reader = new ExpressionReader(cell, vocabulary);
        List<Row.Telling> tellings = new ArrayList<>();
        do {
            String fact = reader.toldName();
            Operator operator = reader.comparison();
            tellings.add(
                    operator == null
                            ? new Row.Telling(fact, Operator.IS, reader.known(fact, null))
                            : telling(cell, fact, operator, reader.sum()));
        } while (cell.skips(",") || cell.skips("and"));
        cell.requireEnd();
        return tellings;
    }

    private static Row.Telling telling(Cell cell, String fact, Operator operator, Expression value)
            throws Cell.Fault {
        String misfit = Expression.misfit(operator, new Expression.Told(fact), value);
        if (misfit != null) {
            throw cell.fault("does not fit: " + misfit);
        }
        return new Row.Telling(fact, operator, value);
    }

    private static List<Row.Change> changes(String said, Vocabulary vocabulary) throws Cell.Fault {
        Cell cell = new Cell(said);
        ExpressionReader reader = new ExpressionReader(cell, vocabulary);
        List<Row.Change> changes = new ArrayList<>();
        while (!cell.isAtEnd()) {
            Expression.Fact fact = reader.changed();
            if (!cell.skips("is") && !cell.skips("=")) {
                throw cell.fault("does not say what “%s” is then".formatted(fact.name()));
            }
            Expression value = reader.expression();
            if (!fact.sort().fits(value.sort())) {
                throw cell.fault(
                        "makes “%s”, which is %s, %s"
                                .formatted(fact.name(), fact.sort().words(), value.sort().words()));
            }
            if (changes.stream().anyMatch(change -> change.fact().equals(fact))) {
                throw cell.fault("changes “%s” twice".formatted(fact.name()));
            }
            changes.add(new Row.Change(fact, value));
            if (!cell.skips(",")) {
                cell.requireEnd();
            }
        }
        return changes;
    }
}
