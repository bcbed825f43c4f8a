package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Numbers;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.steps.DomainWords.Fact;
import meanwhile.steps.DomainWords.Noun;
import meanwhile.steps.DomainWords.Things;
import meanwhile.steps.ParameterTypes.Sign;
import meanwhile.steps.ParameterTypes.Start;
import org.jspecify.annotations.Nullable;

/** Questions about what the things of a declared domain show: their numbers and lists. */
public final class DeclaredFactQuestions {
    private final ExampleJudge judge;
    private final DeclaredLooks looks;
    private final PromisedTimes promised;

    public DeclaredFactQuestions(ExampleJudge judge, RunServices run, PromisedTimes promised) {
        this.judge = judge;
        this.promised = promised;
        looks = new DeclaredLooks(run.domain());
    }

    /** A question about one thing, with a look at it when all is quiet. */
    @FunctionalInterface
    private interface AboutThing {
        Verdict ask(Round round, DeclaredLooks.Thing thing, Call look);
    }

    @Then("the {fact} of {things} is/are {start} {sign} the accepted {deeds}")
    public void counted(Fact fact, Things things, Start start, Sign sign, Noun noun) {
        follows(fact, things, start, List.of(new Change(sign, null, noun, null)));
    }

    @Then("the {fact} of {things} is/are {start} {sign} the {part} of the accepted {deeds}")
    public void summed(Fact fact, Things things, Start start, Sign sign, Fact amount, Noun noun) {
        follows(fact, things, start, List.of(new Change(sign, amount, noun, null)));
    }

    /** “… plus the amount of the accepted transfers to it”. */
    @Then(
            "the {fact} of {things} is/are {start} {sign} the {part} of the accepted {deeds} {part}"
                    + " it")
    public void summedInRole(
            Fact fact, Things things, Start start, Sign sign, Fact amount, Noun noun, Fact role) {
        follows(fact, things, start, List.of(new Change(sign, amount, noun, role)));
    }

    /** “…, minus the amount of the accepted transfers from it, plus … to it”. */
    @Then(
            "the {fact} of {things} is/are {start}, {sign} the {part} of the accepted {deeds}"
                    + " {part} it, {sign} the {part} of the accepted {deeds} {part} it")
    public void summedInRoles(
            Fact fact,
            Things things,
            Start start,
            Sign firstSign,
            Fact firstAmount,
            Noun firstNoun,
            Fact firstRole,
            Sign secondSign,
            Fact secondAmount,
            Noun secondNoun,
            Fact secondRole) {
        follows(
                fact,
                things,
                start,
                List.of(
                        new Change(firstSign, firstAmount, firstNoun, firstRole),
                        new Change(secondSign, secondAmount, secondNoun, secondRole)));
    }

    @Then("the {fact} of {things} is/are never {bound} {amount}")
    public void bounded(Fact fact, Things things, Numbers.Bound bound, BigDecimal limit) {
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
                                limit));
    }

    @Then("the sum of {fact} over all {kinds} is/are {start}")
    public void together(Fact fact, Domain.Thing kind, Start start) {
        judge.ask(
                DeclaredDeeds.counting(
                        round -> {
                            BigDecimal began = BigDecimal.ZERO;
                            List<Call> seen = new ArrayList<>();
                            quiet(round);
                            for (DeclaredLooks.Thing thing :
                                    looks.of(round, new Things(null, kind), fact)) {
                                seen.add(looks.look(round, thing).getLast());
                                began =
                                        start.number() == null
                                                ? began.add(looks.start(round, start, thing))
                                                : start.number();
                            }
                            return Numbers.together(
                                    "%s over all %s".formatted(fact.words(), kind.plural()),
                                    fact.key(),
                                    seen,
                                    began,
                                    round.history()
                                            .in(Phase.WHEN)
                                            .of(Operation.DeclaredWrite.class)
                                            .where(Call::accepted)
                                            .calls());
                        }));
    }

    @Then("each accepted {noun} is listed once among the {list} of {things}, and nothing else is")
    public void listed(Noun noun, Fact list, Things things) {
        about(
                DeclaredDeeds.accepted(noun),
                list,
                things,
                (round, thing, look) -> {
                    Set<String> roles = roles(noun, thing.kind());
                    String doubt = doubt(noun, thing.kind(), roles);
                    return doubt != null
                            ? new Verdict.Undecided(doubt)
                            : DeclaredDeeds.about(round, noun, thing.id(), roles)
                                    .listedOnce(look, list.key(), list.words());
                });
    }

    /**
     * What deeds make of a number.
     *
     * @param amount the parameter that says how much; null for one each
     * @param role the parameter that is the thing; null if only one can be
     */
    private record Change(Sign sign, @Nullable Fact amount, Noun noun, @Nullable Fact role) {
        Set<String> roles(Domain.Thing kind) {
            Set<String> all = DeclaredFactQuestions.roles(noun, kind);
            if (role != null) {
                all.retainAll(Set.of(role.key()));
            }
            return all;
        }

        Numbers.Term of(Round round, DeclaredLooks.Thing thing) {
            return new Numbers.Term(
                    sign == Sign.PLUS,
                    amount == null ? null : amount.key(),
                    DeclaredDeeds.about(round, noun, thing.id(), roles(thing.kind())));
        }
    }

    /** The parameters of a deed that are things of this kind. */
    private static Set<String> roles(Noun noun, Domain.Thing kind) {
        return noun.action().parameters().stream()
                .filter(parameter -> kind.name().equals(parameter.thing()))
                .map(Domain.Parameter::name)
                .collect(Collectors.toSet());
    }

    /** Why it is not clear which deeds are about a thing; null if it is. */
    private static @Nullable String doubt(Noun noun, Domain.Thing kind, Set<String> roles) {
        if (roles.isEmpty()) {
            return "a %s is about no %s in that way".formatted(noun.one(), kind.name());
        }
        return roles.size() == 1
                ? null
                : "a %s is about two %s; say which: %s"
                        .formatted(
                                noun.one(),
                                kind.plural(),
                                roles.stream()
                                        .sorted()
                                        .map(
                                                role ->
                                                        "“the accepted %s %s it”"
                                                                .formatted(noun.several(), role))
                                        .collect(Collectors.joining(" or ")));
    }

    private void follows(Fact fact, Things things, Start start, List<Change> changes) {
        about(
                changes.stream()
                        .map(change -> DeclaredDeeds.accepted(change.noun()))
                        .reduce(Premises.ALL_SEEN, Premises::and),
                fact,
                things,
                (round, thing, look) -> {
                    for (Change change : changes) {
                        String doubt =
                                doubt(change.noun(), thing.kind(), change.roles(thing.kind()));
                        if (doubt != null) {
                            return new Verdict.Undecided(doubt);
                        }
                    }
                    return Numbers.follow(
                            thing.words(fact),
                            fact.key(),
                            look,
                            looks.start(round, start, thing),
                            changes.stream().map(one -> one.of(round, thing)).toList());
                });
    }

    /** Asks about each thing that is meant, by a look through each door when all is quiet. */
    private void about(Premises wanted, Fact fact, Things things, AboutThing question) {
        judge.ask(
                wanted,
                DeclaredDeeds.counting(
                        round -> {
                            List<Verdict> verdicts = new ArrayList<>();
                            quiet(round);
                            for (DeclaredLooks.Thing thing : looks.of(round, things, fact)) {
                                for (Call look : looks.look(round, thing)) {
                                    verdicts.add(question.ask(round, thing, look));
                                }
                            }
                            return Verdict.worst(verdicts);
                        }));
    }

    /** What was accepted is to be seen everywhere after the promised delay. */
    private void quiet(Round round) {
        Observations.untilPassed(round, promised.propagation(), round.history());
    }
}
