package meanwhile.steps;

import io.cucumber.java.en.Then;
import java.util.List;
import meanwhile.check.Answers;
import meanwhile.check.Verdict;
import meanwhile.check.declared.Deeds;
import meanwhile.history.History;
import meanwhile.language.Domain;
import meanwhile.steps.DomainNouns.Noun;
import meanwhile.steps.DomainWords.Fact;
import meanwhile.steps.DomainWords.Reason;
import org.jspecify.annotations.Nullable;

/** Questions about what people do in a declared domain: how much of it is accepted, and which. */
public final class DeclaredQuestions {
    private static final List<String> UNTIL = List.of("until", "to", "end");
    private static final List<String> FROM = List.of("from", "start", "begin");

    private final ExampleJudge judge;
    private final PromisedTimes promised;

    public DeclaredQuestions(ExampleJudge judge, PromisedTimes promised) {
        this.judge = judge;
        this.promised = promised;
    }

    @Then("{comparison} one/1 {noun} is accepted")
    public void one(Deeds.Comparison comparison, Noun noun) {
        number(comparison, 1, noun);
    }

    @Then("{comparison} {several} {deeds} are accepted")
    public void number(Deeds.Comparison comparison, int number, Noun noun) {
        judge.ask(
                number == 0 ? DeclaredDeeds.NOTHING_ACCEPTED : DeclaredDeeds.accepted(noun),
                round -> DeclaredDeeds.attempted(round, noun).number(comparison, number));
    }

    @Then("every {noun} is accepted")
    public void every(Noun noun) {
        judge.ask(
                DeclaredDeeds.accepted(noun), round -> DeclaredDeeds.attempted(round, noun).all());
    }

    @Then("every {noun} is answered in good time")
    public void answered(Noun noun) {
        judge.ask(
                DeclaredDeeds.NOTHING_ACCEPTED,
                round ->
                        Answers.definite(
                                new History(DeclaredDeeds.attempted(round, noun).calls()),
                                round.history(),
                                promised.answer()));
    }

    @Then("{deeds} are refused only because {reason}")
    public void refusedOnly(Noun noun, Reason reason) {
        judge.ask(
                DeclaredDeeds.refused(noun),
                round -> DeclaredDeeds.attempted(round, noun).refusedOnlyBecause(reason.name()));
    }

    @Witness
    @Then("some {deeds} are accepted and some are refused")
    public void some(Noun noun) {
        judge.ask(
                DeclaredDeeds.accepted(noun).and(DeclaredDeeds.refused(noun)),
                _ -> Verdict.holds());
    }

    @Then("no two accepted {deeds} overlap")
    public void apart(Noun noun) {
        List<Domain.Parameter> parameters = shared(noun);
        String from = named(parameters, FROM);
        String until = named(parameters, UNTIL);
        List<String> places =
                parameters.stream()
                        .filter(parameter -> parameter.type() == Domain.Type.THING)
                        .map(Domain.Parameter::name)
                        .toList();
        judge.ask(
                DeclaredDeeds.several(noun),
                DeclaredDeeds.counting(
                        round ->
                                from == null || until == null
                                        ? new Verdict.Undecided(
                                                "a %s has no “from” and “until” by which it could overlap"
                                                        .formatted(noun.one()))
                                        : DeclaredDeeds.done(round, noun)
                                                .apart(from, until, places)));
    }

    /** The parameters that all operations of the noun have. */
    private static List<Domain.Parameter> shared(Noun noun) {
        return noun.actions().getFirst().parameters().stream()
                .filter(
                        one ->
                                noun.actions().stream()
                                        .allMatch(action -> action.parameters().contains(one)))
                .toList();
    }

    private static @Nullable String named(List<Domain.Parameter> parameters, List<String> names) {
        return parameters.stream()
                .map(Domain.Parameter::name)
                .filter(names::contains)
                .findFirst()
                .orElse(null);
    }

    @Then("each accepted {noun} has a {fact} of its own")
    public void own(Noun noun, Fact fact) {
        judge.ask(
                DeclaredDeeds.several(noun),
                round -> DeclaredDeeds.done(round, noun).eachItsOwn(fact.key(), fact.words()));
    }
}
