package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Domain;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.steps.DeclaredSubjects.Subject;
import meanwhile.steps.DomainNouns.Noun;
import meanwhile.steps.DomainWords.Things;
import org.jspecify.annotations.Nullable;

/** Questions about the order in which the deeds of a declared domain took effect. */
public final class DeclaredOrderQuestions {
    private final ExampleJudge judge;
    private final Domain domain;
    private final DeclaredSubjects subjects;
    private final PromisedTimes promised;

    public DeclaredOrderQuestions(ExampleJudge judge, RunServices run, PromisedTimes promised) {
        this.judge = judge;
        this.promised = promised;
        domain = run.domain();
        subjects = new DeclaredSubjects(domain);
    }

    @Then("every look at {things} is explained by some order")
    public void explained(Things things) {
        judge.ask(
                Premises.needs(
                                things.name() == null
                                        ? "a %s was looked at meanwhile"
                                                .formatted(
                                                        Objects.requireNonNull(things.every())
                                                                .name())
                                        : "“%s” was looked at meanwhile".formatted(things.name()),
                                round -> looksMeanwhile(round, things))
                        .and(
                                Premises.looksRefused(
                                        Set.of(Refusal.GONE, Refusal.NEVER_KNOWN),
                                        Operation.DeclaredRead.class)),
                DeclaredDeeds.counting(
                        round ->
                                explained(
                                        round,
                                        things,
                                        domain.things().values().stream()
                                                .filter(kind -> isMeant(round, things, kind))
                                                .toList(),
                                        "nothing is declared that changes what is looked at: does:"
                                                + " {stock: minus 1}",
                                        _ -> true)));
    }

    /** Whatever is seen when all is quiet follows from what was accepted. */
    @Then("a refused {noun} has changed nothing")
    public void refusedInVain(Noun noun) {
        List<Domain.Thing> kinds =
                domain.things().values().stream().filter(kind -> touches(noun, kind)).toList();
        judge.ask(
                DeclaredDeeds.refused(noun).and(DeclaredDeeds.NOTHING_ACCEPTED),
                DeclaredDeeds.counting(
                        round ->
                                DeclaredDeeds.attempted(round, noun).calls().stream()
                                                .allMatch(Call::possible)
                                        ? Verdict.holds() // of refusals nothing can be said here
                                        : explained(
                                                round,
                                                null,
                                                kinds,
                                                "the profile does not say what a %s does: does: {stock: minus 1}"
                                                        .formatted(noun.one()),
                                                look -> look.phase() != Phase.WHEN)));
    }

    @Then("a half of a {noun} is never seen")
    public void noHalf(Noun noun) {
        judge.ask(
                DeclaredDeeds.accepted(noun)
                        .and(
                                Premises.needs(
                                        "what a %s changes was looked at meanwhile"
                                                .formatted(noun.one()),
                                        round -> looksMeanwhile(round, null))),
                DeclaredDeeds.counting(round -> wholly(round, noun)));
    }

    private Verdict wholly(Round round, Noun noun) throws GateClosed {
        List<Domain.Thing> kinds =
                domain.things().values().stream()
                        .filter(kind -> noun.actions().stream().anyMatch(does -> parts(does, kind)))
                        .toList();
        if (kinds.isEmpty()) {
            return new Verdict.Undecided(
                    "the profile names no two facts of one thing that a %s changes: does: {stock: minus 1, buyers: gains id}"
                            .formatted(noun.one()));
        }
        List<Subject> all = subjects.changed(round, null, kinds);
        Observations.untilPassed(round, promised.propagation(), round.history());
        subjects.look(round, all, ActorName.ONLOOKER);
        return Verdict.worst(subjects.wholly(round, all, noun, promised.propagation()));
    }

    /** Whether it changes more than one fact of one thing. */
    private static boolean parts(Domain.Action does, Domain.Thing kind) {
        return does.effects().stream()
                .filter(effect -> effect.thing().equals(kind.name()))
                .collect(Collectors.groupingBy(Domain.Effect::of))
                .values()
                .stream()
                .anyMatch(effects -> effects.size() > 1);
    }

    private static boolean touches(Noun noun, Domain.Thing kind) {
        return noun.actions().stream()
                .flatMap(action -> action.effects().stream())
                .anyMatch(effect -> effect.thing().equals(kind.name()));
    }

    private static boolean isMeant(Round round, Things things, Domain.Thing kind) {
        return things.name() == null
                ? kind.equals(things.every())
                : round.world().things(kind.name()).containsKey(things.name());
    }

    private History looksMeanwhile(Round round, @Nullable Things things) {
        return round.history()
                .in(Phase.WHEN)
                .where(Call::accepted)
                .where(
                        call ->
                                subjects.changed(round, things, domain.things().values()).stream()
                                        .anyMatch(one -> one.thing().isReadBy(call)));
    }

    private Verdict explained(
            Round round,
            @Nullable Things things,
            List<Domain.Thing> kinds,
            String undeclared,
            Predicate<Call> counts)
            throws GateClosed {
        if (kinds.stream().noneMatch(kind -> subjects.facts(kind).findAny().isPresent())) {
            return new Verdict.Undecided(undeclared);
        }
        List<Subject> all = subjects.changed(round, things, kinds);
        Observations.untilPassed(round, promised.propagation(), round.history());
        subjects.look(round, all, ActorName.ONLOOKER);
        return Verdict.worst(
                all.stream()
                        .map(
                                subject ->
                                        subjects.explained(
                                                round,
                                                subject,
                                                "Expected some order to explain every look at %s, found none"
                                                        .formatted(subject.words()),
                                                counts,
                                                _ -> true,
                                                promised.propagation()))
                        .toList());
    }
}
