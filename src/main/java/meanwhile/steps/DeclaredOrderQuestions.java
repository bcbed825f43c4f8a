package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Changes;
import meanwhile.check.declared.Explanation;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Domain;
import meanwhile.language.GateClosed;
import meanwhile.model.Register;
import meanwhile.steps.DomainNouns.Noun;
import meanwhile.steps.DomainWords.Fact;
import meanwhile.steps.DomainWords.Things;
import org.jspecify.annotations.Nullable;

/** Questions about the order in which the deeds of a declared domain took effect. */
public final class DeclaredOrderQuestions {
    private final ExampleJudge judge;
    private final Domain domain;
    private final DeclaredLooks looks;
    private final PromisedTimes promised;

    public DeclaredOrderQuestions(ExampleJudge judge, RunServices run, PromisedTimes promised) {
        this.judge = judge;
        this.promised = promised;
        domain = run.domain();
        looks = new DeclaredLooks(domain);
    }

    @Then("every look at {things} is explained by some order")
    public void explained(Things things) {
        judge.ask(
                Premises.needs(
                        things.name() == null
                                ? "a %s was looked at meanwhile"
                                        .formatted(Objects.requireNonNull(things.every()).name())
                                : "“%s” was looked at meanwhile".formatted(things.name()),
                        round -> looksMeanwhile(round, things)),
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
    @Then("a refused {deeds} has changed nothing")
    public void refusedInVain(Noun noun) {
        List<String> kinds =
                noun.actions().stream()
                        .flatMap(action -> action.effects().stream())
                        .map(Domain.Effect::thing)
                        .distinct()
                        .toList();
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
                                                kinds.stream().map(domain.things()::get).toList(),
                                                "the profile does not say what a %s does: does: {stock: minus 1}"
                                                        .formatted(noun.one()),
                                                look -> look.phase() != Phase.WHEN)));
    }

    private static boolean isMeant(Round round, Things things, Domain.Thing kind) {
        return things.name() == null
                ? kind.equals(things.every())
                : round.world().things(kind.name()).containsKey(things.name());
    }

    private History looksMeanwhile(Round round, Things things) {
        return round.history()
                .in(Phase.WHEN)
                .where(Call::accepted)
                .where(
                        call ->
                                changed(round, things, domain.things().values()).stream()
                                        .anyMatch(one -> one.thing().isReadBy(call)));
    }

    /** A fact of a thing that some operation changes. */
    private record Subject(DeclaredLooks.Thing thing, Fact fact) {
        String words() {
            return thing.words(fact);
        }
    }

    private List<Subject> changed(
            Round round, @Nullable Things things, Iterable<Domain.Thing> kinds) {
        List<Subject> subjects = new ArrayList<>();
        for (Domain.Thing kind : kinds) {
            facts(kind)
                    .forEach(
                            fact -> {
                                for (DeclaredLooks.Thing thing :
                                        looks.all(round, new Things(null, kind), fact)) {
                                    if (things == null
                                            || things.name() == null
                                            || things.name().equals(thing.name())) {
                                        subjects.add(new Subject(thing, fact));
                                    }
                                }
                            });
        }
        return subjects;
    }

    private Stream<Fact> facts(Domain.Thing kind) {
        return domain.actions().stream()
                .flatMap(action -> action.effects().stream())
                .filter(effect -> effect.thing().equals(kind.name()))
                .map(Domain.Effect::fact)
                .distinct()
                .map(Fact::new);
    }

    private Verdict explained(
            Round round,
            @Nullable Things things,
            List<Domain.Thing> kinds,
            String undeclared,
            Predicate<Call> counts)
            throws GateClosed {
        List<Subject> subjects = changed(round, things, kinds);
        if (kinds.stream().noneMatch(kind -> facts(kind).findAny().isPresent())) {
            return new Verdict.Undecided(undeclared);
        }
        Observations.untilPassed(round, promised.propagation(), round.history());
        Map<String, Boolean> looked = new HashMap<>();
        for (Subject subject : subjects) {
            String look = subject.thing().reading().name() + " " + subject.thing().id();
            if (looked.put(look, true) == null) {
                looks.look(round, subject.thing());
            }
        }
        return Verdict.worst(
                subjects.stream().map(subject -> explained(round, subject, counts)).toList());
    }

    private Verdict explained(Round round, Subject subject, Predicate<Call> counts) {
        DeclaredLooks.Thing thing = subject.thing();
        String fact = subject.fact().key();
        Changes changes =
                Changes.of(
                        round.history(),
                        domain,
                        new Changes.Subject(thing.kind().name(), thing.id(), fact));
        List<Call> all = round.history().where(thing::isReadBy).where(Call::accepted).calls();
        String began = DeclaredLooks.began(round, thing, fact, changes.areCounted());
        return new Explanation(
                        subject.words(),
                        fact,
                        all.stream().filter(counts).toList(),
                        promised.propagation().toNanos(),
                        Register.BUDGET)
                .of(changes, began == null ? Explanation.before(changes, all, fact) : began);
    }
}
