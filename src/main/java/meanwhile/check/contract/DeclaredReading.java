package meanwhile.check.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import meanwhile.check.contract.TableRules.Answered;
import meanwhile.check.contract.TableRules.Deed;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;

/** The operations of a domain, which say and tell everything by name. */
record DeclaredReading(ContractTable table) implements Reading {
    @Override
    public @Nullable Deed deed(Call call, UnaryOperator<String> identity) {
        return call.operation() instanceof Operation.Declared declared
                        && table.operations().contains(declared.name())
                        && says(call, declared)
                ? new Deed(
                        identity.apply(call.actor().member()), declared.name(), declared.values())
                : null;
    }

    /** Whoever is only asked to come back has learnt nothing, unless a row speaks of it. */
    private boolean says(Call call, Operation.Declared declared) {
        return call.possible()
                || call.outcome().isTold()
                || table.of(declared.name()).stream()
                        .flatMap(row -> row.replies().stream())
                        .anyMatch(
                                reply ->
                                        reply instanceof Row.RefusedAs(String reason)
                                                && reason.equals(reason(call.outcome())));
    }

    @Override
    public @Nullable Answered answered(Call call) {
        return switch (call.outcome()) {
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
            case Outcome.Refused _ -> new Answered(reason(call.outcome()), Map.of());
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

    @Override
    public Map<String, Value> made(Call call, String thing, String kind) {
        if (!(call.operation() instanceof Operation.Declared maker)
                || !maker.name().equals(Domain.maker(kind))
                || !thing.equals(id(call, maker))) {
            return Map.of();
        }
        Map<String, Value> made = new HashMap<>();
        Value.put(made, "number", maker.values().get("with"));
        Value.put(made, "name", maker.values().get("name"));
        return made;
    }

    private static @Nullable String id(Call call, Operation.Declared maker) {
        Answer.DeclaredSeen seen = call.answer(Answer.DeclaredSeen.class);
        String told = seen == null ? null : seen.facts().get("id");
        return told == null ? maker.values().get("id") : told;
    }
}
