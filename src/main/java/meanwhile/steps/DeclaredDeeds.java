package meanwhile.steps;

import java.util.List;
import java.util.Set;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Amounts;
import meanwhile.check.declared.Deeds;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.steps.DomainWords.Noun;

/** What was done in a round of what a noun of a declared domain names. */
final class DeclaredDeeds {
    private DeclaredDeeds() {}

    /** The deeds of the action. */
    static Deeds attempted(Round round, Noun noun) {
        return of(round.history().in(Phase.WHEN), noun);
    }

    /** The deeds of the preparation and the action. */
    static Deeds done(Round round, Noun noun) {
        return of(round.history(), noun);
    }

    /**
     * Those of them that are about this thing.
     *
     * @param roles the parameters that may be the thing
     */
    static Deeds about(Round round, Noun noun, String thing, Set<String> roles) {
        return of(
                round.history()
                        .where(
                                call ->
                                        call.operation() instanceof Operation.Declared declared
                                                && roles.stream()
                                                        .map(declared.values()::get)
                                                        .anyMatch(thing::equals)),
                noun);
    }

    private static Deeds of(History history, Noun noun) {
        return Deeds.of(history, noun.action().name(), noun.one(), noun.several());
    }

    /** A question about what was accepted means nothing where nothing was. */
    static Premises accepted(Noun noun) {
        return Premises.needs(
                "a %s was accepted".formatted(noun.one()),
                round -> where(round, noun, Outcome.Accepted.class));
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
