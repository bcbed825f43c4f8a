package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Amounts;
import meanwhile.check.declared.Deeds;
import meanwhile.check.declared.Numbers;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Domain;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.steps.DomainWords.Fact;
import meanwhile.steps.DomainWords.Reason;
import meanwhile.steps.DomainWords.Start;
import meanwhile.steps.DomainWords.Things;
import org.jspecify.annotations.Nullable;

/** Questions about a domain that a profile declares, in its own words. */
public final class DeclaredQuestions {
    private static final List<String> UNTIL = List.of("until", "to", "end");
    private static final List<String> FROM = List.of("from", "start", "begin");

    private final ExampleJudge judge;
    private final DeclaredLooks looks;
    private final PromisedTimes promised;

    public DeclaredQuestions(ExampleJudge judge, RunServices run, PromisedTimes promised) {
        this.judge = judge;
        this.promised = promised;
        looks = new DeclaredLooks(run.domain());
    }

    /** A question about each thing that is meant, with its looks when all is quiet. */
    @FunctionalInterface
    private interface AboutThing {
        Verdict ask(Round round, DeclaredLooks.Thing thing, List<Call> looks);
    }

    @Then("exactly one {deeds} is accepted")
    public void exactlyOne(DomainWords.Deeds deeds) {
        number(Deeds.Comparison.EXACTLY, 1, deeds);
    }

    @Then("exactly {int} {deeds} is/are accepted")
    public void exactly(int number, DomainWords.Deeds deeds) {
        number(Deeds.Comparison.EXACTLY, number, deeds);
    }

    @Then("at least {int} {deeds} is/are accepted")
    public void atLeast(int number, DomainWords.Deeds deeds) {
        number(Deeds.Comparison.AT_LEAST, number, deeds);
    }

    @Then("at most {int} {deeds} is/are accepted")
    public void atMost(int number, DomainWords.Deeds deeds) {
        number(Deeds.Comparison.AT_MOST, number, deeds);
    }

    private void number(Deeds.Comparison comparison, int number, DomainWords.Deeds deeds) {
        Premises wanted = number == 0 ? refusedOnly() : accepted(deeds);
        judge.ask(wanted, round -> attempts(round, deeds).number(comparison, number));
    }

    @Then("every {deeds} is accepted")
    public void every(DomainWords.Deeds deeds) {
        judge.ask(accepted(deeds), round -> attempts(round, deeds).all());
    }

    @Then("{deeds} are refused only because {reason}")
    public void refusedOnly(DomainWords.Deeds deeds, Reason reason) {
        judge.ask(
                Premises.needs(
                        "a %s was refused".formatted(deeds.noun()),
                        round -> where(round, deeds, Outcome.Refused.class)),
                round -> attempts(round, deeds).refusedOnlyBecause(reason.name()));
    }

    @Witness
    @Then("some {deeds} are accepted and some are refused")
    public void some(DomainWords.Deeds deeds) {
        judge.ask(
                accepted(deeds)
                        .and(
                                Premises.needs(
                                        "a %s was refused".formatted(deeds.noun()),
                                        round -> where(round, deeds, Outcome.Refused.class))),
                _ -> Verdict.holds());
    }

    @Then("the {fact} of {things} is/are {start} minus the accepted {deeds}")
    public void minus(Fact fact, Things things, Start start, DomainWords.Deeds deeds) {
        follows(fact, things, start, List.of(new Change(false, null, deeds, null)));
    }

    @Then("the {fact} of {things} is/are {start} plus the accepted {deeds}")
    public void plus(Fact fact, Things things, Start start, DomainWords.Deeds deeds) {
        follows(fact, things, start, List.of(new Change(true, null, deeds, null)));
    }

    @Then("the {fact} of {things} is/are {start} minus the {part} of the accepted {deeds}")
    public void minusAmount(
            Fact fact, Things things, Start start, Fact amount, DomainWords.Deeds deeds) {
        follows(fact, things, start, List.of(new Change(false, amount, deeds, null)));
    }

    @Then("the {fact} of {things} is/are {start} plus the {part} of the accepted {deeds}")
    public void plusAmount(
            Fact fact, Things things, Start start, Fact amount, DomainWords.Deeds deeds) {
        follows(fact, things, start, List.of(new Change(true, amount, deeds, null)));
    }

    /** “…, minus the amount of the accepted transfers from it, plus … to it”. */
    @Then(
            "the {fact} of {things} is/are {start}, minus the {part} of the accepted {deeds} {part}"
                    + " it, plus the {part} of the accepted {deeds} {part} it")
    public void minusAndPlus(
            Fact fact,
            Things things,
            Start start,
            Fact lost,
            DomainWords.Deeds losing,
            Fact loser,
            Fact gained,
            DomainWords.Deeds gaining,
            Fact gainer) {
        follows(
                fact,
                things,
                start,
                List.of(
                        new Change(false, lost, losing, loser),
                        new Change(true, gained, gaining, gainer)));
    }

    @Then("the {fact} of {things} is/are never below {amount}")
    public void neverBelow(Fact fact, Things things, String limit) {
        bounded(fact, things, Numbers.Bound.BELOW, limit);
    }

    @Then("the {fact} of {things} is/are never above {amount}")
    public void neverAbove(Fact fact, Things things, String limit) {
        bounded(fact, things, Numbers.Bound.ABOVE, limit);
    }

    @Then("the sum of {fact} over all {kinds} is/are {start}")
    public void together(Fact fact, Domain.Thing kind, Start start) {
        judge.ask(
                round -> {
                    BigDecimal expected = BigDecimal.ZERO;
                    List<Call> seen = new ArrayList<>();
                    quiet(round);
                    for (DeclaredLooks.Thing thing :
                            looks.of(round, new Things(null, kind), fact)) {
                        seen.add(looks.look(round, thing).getLast());
                        if (start.number() == null) {
                            expected = expected.add(looks.start(round, start, thing));
                        }
                    }
                    return Numbers.together(
                            "%s over all %s".formatted(fact.words(), kind.plural()),
                            fact.key(),
                            seen,
                            start.number() == null ? expected : Amounts.of(start.number()),
                            round.history()
                                    .in(Phase.WHEN)
                                    .of(Operation.DeclaredWrite.class)
                                    .where(Call::accepted)
                                    .calls());
                });
    }

    @Then("each accepted {deeds} is listed once among the {list} of {things}, and nothing else is")
    public void listed(DomainWords.Deeds deeds, Fact list, Things things) {
        about(
                accepted(deeds),
                list,
                things,
                (round, thing, seen) ->
                        Verdict.worst(
                                seen.stream()
                                        .map(
                                                look ->
                                                        done(round, deeds, thing.id(), null)
                                                                .listedOnce(
                                                                        look,
                                                                        list.key(),
                                                                        list.words()))
                                        .toList()));
    }

    @Then("no two accepted {deeds} overlap")
    public void apart(DomainWords.Deeds deeds) {
        List<Domain.Parameter> parameters = deeds.action().parameters();
        String from = named(parameters, FROM);
        String until = named(parameters, UNTIL);
        List<String> places =
                parameters.stream()
                        .filter(parameter -> parameter.type() == Domain.Type.THING)
                        .map(Domain.Parameter::name)
                        .toList();
        List<String> known = parameters.stream().map(Domain.Parameter::name).toList();
        judge.ask(
                two(deeds),
                round ->
                        known.containsAll(List.of(from, until))
                                ? done(round, deeds, null, null).apart(from, until, places)
                                : new Verdict.Undecided(
                                        "a %s has no “from” and “until” by which it could overlap"
                                                .formatted(deeds.noun())));
    }

    private static String named(List<Domain.Parameter> parameters, List<String> names) {
        return parameters.stream()
                .map(Domain.Parameter::name)
                .filter(names::contains)
                .findFirst()
                .orElse(names.getFirst());
    }

    @Then("each accepted {deeds} has a {fact} of its own")
    public void own(DomainWords.Deeds deeds, Fact fact) {
        judge.ask(
                two(deeds),
                round -> done(round, deeds, null, null).eachItsOwn(fact.key(), fact.words()));
    }

    /**
     * What deeds make of a number.
     *
     * @param role the parameter that must be the thing; null for any
     */
    private record Change(
            boolean adds, @Nullable Fact amount, DomainWords.Deeds deeds, @Nullable Fact role) {
        Numbers.Term of(Round round, DeclaredLooks.Thing thing) {
            return new Numbers.Term(
                    adds,
                    amount == null ? null : amount.key(),
                    done(round, deeds, thing.id(), role == null ? null : role.key()));
        }
    }

    private void follows(Fact fact, Things things, Start start, List<Change> changes) {
        Premises wanted =
                changes.stream()
                        .map(change -> accepted(change.deeds()))
                        .reduce(Premises.ALL_SEEN, Premises::and);
        about(
                wanted,
                fact,
                things,
                (round, thing, seen) ->
                        Verdict.worst(
                                seen.stream()
                                        .map(
                                                look ->
                                                        Numbers.follow(
                                                                thing.words(fact),
                                                                fact.key(),
                                                                look,
                                                                looks.start(round, start, thing),
                                                                changes.stream()
                                                                        .map(
                                                                                one ->
                                                                                        one.of(
                                                                                                round,
                                                                                                thing))
                                                                        .toList()))
                                        .toList()));
    }

    private void bounded(Fact fact, Things things, Numbers.Bound bound, String limit) {
        about(
                Premises.ALL_SEEN,
                fact,
                things,
                (round, thing, _) ->
                        Numbers.within(
                                thing.words(fact),
                                fact.key(),
                                round.history().where(thing::isReadBy).calls(),
                                bound,
                                Amounts.of(limit)));
    }

    /** Asks about each thing that is meant, after looking at it when all is quiet. */
    private void about(Premises wanted, Fact fact, Things things, AboutThing question) {
        judge.ask(
                wanted,
                round -> {
                    List<Verdict> verdicts = new ArrayList<>();
                    quiet(round);
                    for (DeclaredLooks.Thing thing : looks.of(round, things, fact)) {
                        verdicts.add(asked(round, thing, question));
                    }
                    return Verdict.worst(verdicts);
                });
    }

    private Verdict asked(Round round, DeclaredLooks.Thing thing, AboutThing question)
            throws GateClosed {
        try {
            return question.ask(round, thing, looks.look(round, thing));
        } catch (Amounts.NoNumber odd) {
            return new Verdict.Undecided(String.valueOf(odd.getMessage()));
        }
    }

    /** What was accepted is to be seen everywhere after the promised delay. */
    private void quiet(Round round) {
        Observations.untilPassed(round, promised.propagation(), round.history());
    }

    /** The deeds of the action. */
    private static Deeds attempts(Round round, DomainWords.Deeds deeds) {
        return Deeds.of(
                round.history().in(Phase.WHEN),
                deeds.action().name(),
                deeds.noun(),
                deeds.plural());
    }

    /** The deeds of the preparation and the action that are about this thing. */
    private static Deeds done(
            Round round, DomainWords.Deeds deeds, @Nullable String thing, @Nullable String role) {
        History about = round.history().where(call -> thing == null || isAbout(call, thing, role));
        return Deeds.of(about, deeds.action().name(), deeds.noun(), deeds.plural());
    }

    private static boolean isAbout(Call call, String thing, @Nullable String role) {
        return call.operation() instanceof Operation.Declared declared
                && (role == null
                        ? declared.values().containsValue(thing)
                        : thing.equals(declared.values().get(role)));
    }

    private static History where(
            Round round, DomainWords.Deeds deeds, Class<? extends Outcome> outcome) {
        return new History(
                attempts(round, deeds).calls().stream()
                        .filter(call -> outcome.isInstance(call.outcome()))
                        .toList());
    }

    private static Premises accepted(DomainWords.Deeds deeds) {
        return Premises.needs(
                "a %s was accepted".formatted(deeds.noun()),
                round -> where(round, deeds, Outcome.Accepted.class));
    }

    /** Of one alone nothing can be the same. */
    private static Premises two(DomainWords.Deeds deeds) {
        return Premises.needs(
                "more than one %s was accepted".formatted(deeds.noun()),
                round -> {
                    List<Call> accepted = done(round, deeds, null, null).accepted();
                    return new History(accepted.size() < 2 ? List.of() : accepted);
                });
    }

    /** Nothing need be accepted where that is the promise. */
    private static Premises refusedOnly() {
        return new Premises(
                Map.of(Operation.DeclaredWrite.class, Outcome::isDefinite), Map.of(), List.of());
    }
}
