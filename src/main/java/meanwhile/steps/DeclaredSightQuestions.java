package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Change;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Domain;
import meanwhile.language.GateClosed;
import meanwhile.steps.DeclaredSubjects.Subject;

/** Questions about what one person sees of what another did in a declared domain. */
public final class DeclaredSightQuestions {
    private final ExampleJudge judge;
    private final Domain domain;
    private final DeclaredSubjects subjects;

    public DeclaredSightQuestions(ExampleJudge judge, RunServices run) {
        this.judge = judge;
        domain = run.domain();
        subjects = new DeclaredSubjects(domain);
    }

    @Then("what {person} did {person} sees at once")
    public void seesAtOnce(ActorName who, ActorName other) {
        sees(
                who,
                other,
                Duration.ZERO,
                "at once",
                Premises.needs(
                        "%s looked after what %s did".formatted(other, who),
                        round -> looksAfterwards(round, who, other)));
    }

    @Then("what {person} did {person} sees within {int} second(s)")
    public void seesWithin(ActorName who, ActorName other, int seconds) {
        sees(
                who,
                other,
                Duration.ofSeconds(seconds),
                "within %d seconds".formatted(seconds),
                Premises.ALL_SEEN);
    }

    private void sees(
            ActorName who, ActorName other, Duration delay, String when, Premises looked) {
        judge.ask(
                Premises.needs(
                                "%s did something that a look shows".formatted(who),
                                round -> new History(done(round, changed(round), who)))
                        .and(looked),
                DeclaredDeeds.counting(round -> seen(round, who, other, delay, when)));
    }

    private Verdict seen(Round round, ActorName who, ActorName other, Duration delay, String when)
            throws GateClosed {
        List<Subject> all = new ArrayList<>();
        for (Subject subject : changed(round)) {
            if (!done(round, List.of(subject), who).isEmpty()) {
                all.add(subject);
            }
        }
        Observations.untilPassed(round, delay, new History(done(round, all, who)));
        subjects.look(round, all, other);
        return Verdict.worst(
                all.stream()
                        .map(
                                subject ->
                                        subjects.explained(
                                                round,
                                                subject,
                                                "Expected %s to see %s in %s %s"
                                                        .formatted(
                                                                other,
                                                                "what %s did".formatted(who),
                                                                subject.words(),
                                                                when),
                                                call -> DeclaredSubjects.is(other, call),
                                                call -> DeclaredSubjects.is(who, call),
                                                delay))
                        .toList());
    }

    private List<Subject> changed(Round round) {
        return subjects.changed(round, null, domain.things().values());
    }

    /** The accepted deeds of a person in the action that changed one of these. */
    private List<Call> done(Round round, List<Subject> all, ActorName who) {
        return all.stream()
                .flatMap(subject -> subjects.changes(round, subject).all().stream())
                .map(Change::call)
                .filter(
                        call ->
                                call.phase() == Phase.WHEN
                                        && call.accepted()
                                        && DeclaredSubjects.is(who, call))
                .distinct()
                .toList();
    }

    private History looksAfterwards(Round round, ActorName who, ActorName other) {
        List<Subject> all = changed(round);
        return round.history()
                .in(Phase.WHEN)
                .where(Call::accepted)
                .where(call -> DeclaredSubjects.is(other, call))
                .where(
                        look ->
                                all.stream()
                                        .filter(one -> one.thing().isReadBy(look))
                                        .flatMap(one -> done(round, List.of(one), who).stream())
                                        .anyMatch(deed -> deed.before(look)));
    }
}
