package meanwhile.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Amounts;
import meanwhile.check.declared.Deeds;
import meanwhile.check.declared.Undo;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.steps.DomainNouns.Noun;
import org.jspecify.annotations.Nullable;

/** What was done in a round of what a noun of a declared domain names. */
final class DeclaredDeeds {
    /** Nothing need be accepted where that is the promise. */
    static final Premises NOTHING_ACCEPTED =
            new Premises(
                    Map.of(Operation.DeclaredWrite.class, Outcome::isDefinite),
                    Map.of(),
                    List.of());

    private DeclaredDeeds() {}

    /** The deeds of the action. */
    static Deeds attempted(Round round, Noun noun) {
        return of(round.history().in(Phase.WHEN), noun);
    }

    /** The deeds of the preparation and the action, and what may have undone them. */
    static Deeds done(Round round, Noun noun) {
        return of(round.history(), noun).undoneBy(undos(round, noun));
    }

    /**
     * Those of them that are about this thing.
     *
     * @param role the parameter that is the thing; null for any
     */
    static Deeds about(Round round, Noun noun, DeclaredLooks.Thing thing, @Nullable String role) {
        return of(round.history().where(call -> isAbout(call, noun, thing, role)), noun)
                .undoneBy(undos(round, noun));
    }

    private static boolean isAbout(
            Call call, Noun noun, DeclaredLooks.Thing thing, @Nullable String role) {
        return noun.actions().stream()
                .filter(action -> action.name().equals(call.operation().key()))
                .flatMap(action -> roles(action, thing.kind()).stream())
                .filter(one -> role == null || role.equals(one))
                .anyMatch(
                        one ->
                                call.operation() instanceof Operation.Declared declared
                                        && thing.id().equals(declared.values().get(one)));
    }

    /** The parameters of an operation that are things of this kind. */
    static List<String> roles(Domain.Action action, Domain.Thing kind) {
        return action.parameters().stream()
                .filter(parameter -> kind.name().equals(parameter.thing()))
                .map(Domain.Parameter::name)
                .toList();
    }

    private static List<Undo> undos(Round round, Noun noun) {
        List<Undo> undos = new ArrayList<>();
        for (Domain.Action undoing : noun.undoing()) {
            for (Call call : round.history().calls()) {
                if (call.operation() instanceof Operation.DeclaredWrite write
                        && write.name().equals(undoing.name())) {
                    undos.add(new Undo(String.valueOf(undoing.undoes()), call));
                }
            }
        }
        return undos;
    }

    private static Deeds of(History history, Noun noun) {
        return Deeds.of(
                history,
                noun.actions().stream().map(Domain.Action::name).collect(Collectors.toSet()),
                noun.one(),
                noun.several());
    }

    /** A question about what was accepted means nothing where nothing was. */
    static Premises accepted(Noun noun) {
        return Premises.needs(
                "a %s was accepted".formatted(noun.one()),
                round -> where(round, noun, Outcome.Accepted.class));
    }

    /** What stands means nothing where nothing was accepted, nor undone. */
    static Premises changed(Noun noun) {
        return noun.undoing().isEmpty()
                ? accepted(noun)
                : Premises.needs(
                        "a %s was accepted or undone".formatted(noun.one()),
                        round ->
                                round.history()
                                        .in(Phase.WHEN)
                                        .where(Call::accepted)
                                        .where(call -> does(noun, call)));
    }

    private static boolean does(Noun noun, Call call) {
        return Stream.concat(noun.actions().stream(), noun.undoing().stream())
                .anyMatch(action -> action.name().equals(call.operation().key()));
    }

    /** Of those that were all done at once, none was first. */
    static Premises inTurn(Noun noun) {
        return Premises.needs(
                "a %s was accepted before another was sent".formatted(noun.one()),
                round -> {
                    List<Call> accepted = done(round, noun).accepted();
                    return new History(
                            accepted.stream()
                                    .filter(one -> accepted.stream().anyMatch(one::before))
                                    .toList());
                });
    }

    /** Of one alone nothing can be the same. */
    static Premises several(Noun noun) {
        return Premises.needs(
                "more than one %s was accepted".formatted(noun.one()),
                round -> {
                    List<Call> accepted = done(round, noun).accepted();
                    return new History(accepted.size() < 2 ? List.of() : accepted);
                });
    }

    /** A question about refusals means nothing where nothing was refused. */
    static Premises refused(Noun noun) {
        return Premises.needs(
                "a %s was refused".formatted(noun.one()),
                round -> where(round, noun, Outcome.Refused.class));
    }

    private static History where(Round round, Noun noun, Class<? extends Outcome> outcome) {
        return new History(attempted(round, noun).calls())
                .where(call -> outcome.isInstance(call.outcome()));
    }

    /** A question that is undecided where what should be a number is none. */
    static ExampleJudge.Question counting(ExampleJudge.Question question) {
        return round -> {
            try {
                return question.ask(round);
            } catch (Amounts.NoNumber odd) {
                return new Verdict.Undecided(String.valueOf(odd.getMessage()));
            }
        };
    }
}
