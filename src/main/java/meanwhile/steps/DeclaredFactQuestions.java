package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import meanwhile.actors.Round;
import meanwhile.actors.Unprepared;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Deeds;
import meanwhile.check.declared.Existence;
import meanwhile.check.declared.ListOrder;
import meanwhile.check.declared.Numbers;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.steps.DomainNouns.Noun;
import meanwhile.steps.DomainNouns.Term;
import meanwhile.steps.DomainNouns.Terms;
import meanwhile.steps.DomainWords.Fact;
import meanwhile.steps.DomainWords.Things;
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

    /** “… what it began with, minus the amount of the accepted transfers from it, plus …”. */
    @Then("the {fact} of {things} is/are {start} {terms}")
    public void follows(Fact fact, Things things, Start start, Terms terms) {
        about(
                terms.all().stream()
                        .map(term -> DeclaredDeeds.changed(term.noun()))
                        .reduce(Premises.ALL_SEEN, Premises::and),
                fact,
                things,
                (round, thing, look) -> {
                    for (Term term : terms.all()) {
                        String doubt = doubt(term.noun(), thing.kind(), term.role());
                        if (doubt != null) {
                            return new Verdict.Undecided(doubt);
                        }
                    }
                    return Numbers.follow(
                            thing.words(fact),
                            fact.key(),
                            look,
                            looks.start(round, start, thing, fact),
                            terms.all().stream().map(one -> of(one, terms, round, thing)).toList());
                });
    }

    /** Where a sentence names both what is done and what undoes it, both count in full. */
    private static Numbers.Term of(Term term, Terms terms, Round round, DeclaredLooks.Thing thing) {
        Deeds deeds = DeclaredDeeds.about(round, term.noun(), thing, term.role());
        boolean both = terms.all().stream().anyMatch(other -> other.noun().undoes(term.noun()));
        return new Numbers.Term(
                term.adds(), term.amount(), both ? deeds.undoneBy(List.of()) : deeds);
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
                                                ? began.add(looks.start(round, start, thing, fact))
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
                DeclaredDeeds.changed(noun),
                list,
                things,
                (round, thing, look) -> {
                    String doubt = doubt(noun, thing.kind(), null);
                    return doubt != null
                            ? new Verdict.Undecided(doubt)
                            : DeclaredDeeds.about(round, noun, thing, null)
                                    .listedOnce(look, list.key(), list.words());
                });
    }

    @Then("the {list} of {things} is/are in the order of the accepted {deeds}")
    public void inOrder(Fact list, Things things, Noun noun) {
        about(
                DeclaredDeeds.inTurn(noun),
                list,
                things,
                (round, thing, _) -> {
                    String doubt = doubt(noun, thing.kind(), null);
                    return doubt != null
                            ? new Verdict.Undecided(doubt)
                            : ListOrder.of(
                                    thing.words(list),
                                    list.key(),
                                    DeclaredDeeds.about(round, noun, thing, null),
                                    round.history().where(thing::isReadBy).calls());
                });
    }

    /**
     * Why it is not clear which deeds are about a thing; null if it is.
     *
     * @param said the parameter that is the thing; null if none was said
     */
    private static @Nullable String doubt(Noun noun, Domain.Thing kind, @Nullable String said) {
        boolean none = true;
        for (Domain.Action action : noun.actions()) {
            List<String> roles = DeclaredDeeds.roles(action, kind);
            none &= said == null ? roles.isEmpty() : !roles.contains(said);
            if (said == null && roles.size() > 1) {
                return "a %s is about two %s; say which: %s"
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
        }
        return none ? "a %s is about no %s in that way".formatted(noun.one(), kind.name()) : null;
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
                                for (Call look : present(thing, looks.look(round, thing))) {
                                    verdicts.add(question.ask(round, thing, look));
                                }
                            }
                            return Verdict.worst(verdicts);
                        }));
    }

    /**
     * The looks at a thing.
     *
     * @throws Unprepared if each is told that it is not there: then nothing can be said of it
     */
    private static List<Call> present(DeclaredLooks.Thing thing, List<Call> looks) {
        if (looks.stream().allMatch(Existence::isToldGone)) {
            throw new Unprepared(
                    "“%s” is no longer there: a look %s"
                            .formatted(thing.name(), looks.getFirst().outcome().describe()));
        }
        return looks;
    }

    /** What was accepted is to be seen everywhere after the promised delay. */
    private void quiet(Round round) {
        Observations.untilPassed(round, promised.propagation(), round.history());
    }
}
