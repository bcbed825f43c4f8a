package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.util.List;
import java.util.function.Function;
import meanwhile.actors.Round;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Consequences;
import meanwhile.history.History;
import meanwhile.language.Domain;
import meanwhile.language.Gallery;
import meanwhile.steps.DomainNouns.Noun;
import meanwhile.steps.EventWords.Done;
import org.jspecify.annotations.Nullable;

/** Questions about what the target asks of others, as the sinks of its profile hear it. */
public final class DeclaredEventQuestions {
    private final ExampleJudge judge;
    private final Domain domain;
    private final PromisedTimes promised;

    public DeclaredEventQuestions(ExampleJudge judge, RunServices run, PromisedTimes promised) {
        this.judge = judge;
        this.promised = promised;
        domain = run.domain();
    }

    @Then("each accepted {noun} is {done} exactly once, and nothing else is")
    public void exactlyOnce(Noun noun, Done done) {
        Domain.Event event = event(noun, done);
        ask(DeclaredDeeds.accepted(noun), event, noun, done.word(), Consequences::exactlyOnce);
    }

    @Then("no {noun} is {done} more than once")
    public void atMostOnce(Noun noun, Done done) {
        Domain.Event event = event(noun, done);
        ask(heard(event), event, noun, done.word(), Consequences::atMostOnce);
    }

    @Then("there is no {event} without an accepted {noun}")
    public void onlyOfAccepted(Domain.Event event, Noun noun) {
        boolean fits = isOf(event, noun);
        ask(
                heard(event),
                fits ? event : null,
                noun,
                "followed by a " + event.noun(),
                Consequences::onlyOfAccepted);
    }

    /** Whether the event comes of a deed that the noun names. */
    private static boolean isOf(Domain.Event event, Noun noun) {
        return noun.actions().stream().anyMatch(action -> action.name().equals(event.of()));
    }

    /** What is said of one deed may be said of another one too. */
    private Domain.@Nullable Event event(Noun noun, Done done) {
        return domain.events().stream()
                .filter(event -> event.done().equals(done.word()))
                .filter(event -> isOf(event, noun))
                .findFirst()
                .orElse(null);
    }

    /** A question about what is asked of others means nothing where nothing was. */
    private static Premises heard(Domain.@Nullable Event event) {
        return event == null
                ? Premises.ALL_SEEN
                : Premises.needs(
                        "a %s was asked for".formatted(event.noun()),
                        round ->
                                round.history()
                                        .where(
                                                call ->
                                                        call.operation()
                                                                .key()
                                                                .equals(event.name())));
    }

    private void ask(
            Premises wanted,
            Domain.@Nullable Event event,
            Noun noun,
            String done,
            Function<Consequences, Verdict> question) {
        judge.ask(
                wanted,
                round ->
                        event == null
                                ? new Verdict.Undecided(
                                        "no sink hears that a %s is %s".formatted(noun.one(), done))
                                : answer(round, event, noun, question));
    }

    private Verdict answer(
            Round round, Domain.Event event, Noun noun, Function<Consequences, Verdict> question) {
        // What is missing may be on its way.
        Observations.untilPassed(round, promised.propagation(), round.history());
        List<Gallery.Heard> strays = round.strays(event.name());
        Verdict verdict = question.apply(consequences(round, event, noun));
        return verdict instanceof Verdict.Holds && !strays.isEmpty()
                ? new Verdict.Undecided(
                        "the %s %s, which belongs to no %s that is known"
                                .formatted(
                                        strays.getFirst().sink(),
                                        strays.getFirst().words(),
                                        noun.one()))
                : verdict;
    }

    private static Consequences consequences(Round round, Domain.Event event, Noun noun) {
        History history = round.history();
        return Consequences.in(history, event, DeclaredDeeds.done(round, noun));
    }
}
