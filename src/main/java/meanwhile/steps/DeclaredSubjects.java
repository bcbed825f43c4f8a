package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Changes;
import meanwhile.check.declared.Existence;
import meanwhile.check.declared.Explanation;
import meanwhile.check.declared.LookedAt;
import meanwhile.check.declared.Wholeness;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Domain;
import meanwhile.language.GateClosed;
import meanwhile.model.Register;
import meanwhile.steps.DomainNouns.Noun;
import meanwhile.steps.DomainWords.Fact;
import meanwhile.steps.DomainWords.Things;
import org.jspecify.annotations.Nullable;

/** The facts of things that the operations of a declared domain change, and what explains them. */
final class DeclaredSubjects {
    private final Domain domain;
    private final DeclaredLooks looks;

    DeclaredSubjects(Domain domain) {
        this.domain = domain;
        looks = new DeclaredLooks(domain);
    }

    /** A fact of a thing that some operation changes. */
    record Subject(DeclaredLooks.Thing thing, Fact fact) {
        String words() {
            return thing.words(fact);
        }
    }

    List<Subject> changed(Round round, @Nullable Things things, Iterable<Domain.Thing> kinds) {
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

    Stream<Fact> facts(Domain.Thing kind) {
        return domain.actions().stream()
                .flatMap(action -> action.effects().stream())
                .filter(effect -> effect.thing().equals(kind.name()))
                .map(Domain.Effect::fact)
                .distinct()
                .map(Fact::new);
    }

    /** Looks at each thing once, however many of its facts are asked for. */
    void look(Round round, List<Subject> subjects, ActorName who) throws GateClosed {
        Set<String> looked = new HashSet<>();
        for (Subject subject : subjects) {
            if (looked.add(subject.thing().reading().name() + " " + subject.thing().id())) {
                looks.look(round, subject.thing(), who);
            }
        }
    }

    /**
     * Whether some order explains a fact of a thing.
     *
     * @param counts the looks that are asked about
     * @param certain the deeds of which it is asked whether they are seen
     */
    Verdict explained(
            Round round,
            Subject subject,
            String expected,
            Predicate<Call> counts,
            Predicate<Call> certain,
            Duration delay) {
        DeclaredLooks.Thing thing = subject.thing();
        String fact = subject.fact().key();
        Changes changes = changes(round, subject).certainBy(certain);
        List<Call> looked = round.history().where(thing::isReadBy).calls();
        if (subject.fact().isPresence()) {
            return new Existence(
                            expected,
                            looked.stream().filter(counts).toList(),
                            delay.toNanos(),
                            Register.BUDGET)
                    .of(changes);
        }
        if (isTakenAway(round, thing) && looked.stream().allMatch(Existence::isToldGone)) {
            return Verdict.holds(); // what is not there shows nothing
        }
        List<Call> all = looked.stream().filter(Call::accepted).toList();
        return new Explanation(
                        new LookedAt(
                                subject.words(),
                                fact,
                                expected,
                                all.stream().filter(counts).toList(),
                                delay.toNanos(),
                                Register.BUDGET))
                .of(changes.certainBy(certain), start(round, thing, fact, changes, all));
    }

    private boolean isTakenAway(Round round, DeclaredLooks.Thing thing) {
        return !changes(round, new Subject(thing, new Fact(Domain.Effect.THERE))).all().isEmpty();
    }

    /** Whether each look at each thing shows the deeds of a noun wholly or not at all. */
    List<Verdict> wholly(Round round, List<Subject> all, Noun noun, Duration delay) {
        Set<String> whole =
                noun.actions().stream().map(Domain.Action::name).collect(Collectors.toSet());
        Map<DeclaredLooks.Thing, List<Subject>> things =
                all.stream().collect(Collectors.groupingBy(Subject::thing));
        List<Verdict> verdicts = new ArrayList<>();
        things.forEach(
                (thing, facts) -> {
                    List<Call> seen =
                            round.history().where(thing::isReadBy).where(Call::accepted).calls();
                    Map<String, Wholeness.Fact> changed = new TreeMap<>();
                    facts.stream()
                            .filter(fact -> !fact.fact().isPresence())
                            .forEach(
                                    fact ->
                                            changed.put(
                                                    fact.fact().key(), changed(round, fact, seen)));
                    verdicts.add(
                            new Wholeness(
                                            "“%s”".formatted(thing.name()),
                                            noun.one(),
                                            seen,
                                            delay.toNanos(),
                                            Register.BUDGET)
                                    .of(changed, call -> whole.contains(call.operation().key())));
                });
        return verdicts;
    }

    private Wholeness.Fact changed(Round round, Subject subject, List<Call> seen) {
        Changes changes = changes(round, subject);
        return new Wholeness.Fact(
                changes, start(round, subject.thing(), subject.fact().key(), changes, seen));
    }

    private static @Nullable String start(
            Round round,
            DeclaredLooks.Thing thing,
            String fact,
            Changes changes,
            List<Call> looks) {
        String began = DeclaredLooks.began(round, thing, fact, changes.areCounted());
        return began == null ? Explanation.before(changes, looks, fact) : began;
    }

    Changes changes(Round round, Subject subject) {
        DeclaredLooks.Thing thing = subject.thing();
        return Changes.of(
                round.history(),
                domain,
                new Changes.Subject(thing.kind().name(), thing.id(), subject.fact().key()));
    }

    /** Whether somebody called; on any device, if none is named. */
    static boolean is(ActorName who, Call call) {
        return who.device() == null
                ? who.member().equals(call.actor().member())
                : who.equals(call.actor());
    }
}
