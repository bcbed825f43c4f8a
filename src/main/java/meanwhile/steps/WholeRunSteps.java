package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.check.WholeRun;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;

/** Phrases about the whole run. */
public final class WholeRunSteps {
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final String SILENT = "the target does not say what it holds open";

    private final RunServices run;
    private final ExampleScript script;
    private final PromisedTimes promised;
    private final ExampleJudge judge;

    public WholeRunSteps(
            RunServices run, ExampleScript script, PromisedTimes promised, ExampleJudge judge) {
        this.run = run;
        this.script = script;
        this.promised = promised;
        this.judge = judge;
    }

    /** The run was recorded as it happened; this step only names it. */
    @Given("the other scenarios have been played")
    public void everything() {
        script.given(ActorName.ONLOOKER, _ -> {});
    }

    @When("the last of them has ended")
    public void comesToItsEnd() {
        script.attempts(ActorName.ONLOOKER, _ -> {});
    }

    @When("everything that was uploaded has been taken away again")
    public void takenAway() {
        script.attempts(
                ActorName.ONLOOKER,
                me -> {
                    // On a slow target this takes minutes: only done if the question can be
                    // answered.
                    if (run.baseline().doors().isEmpty()) {
                        throw new NotOffered(SILENT);
                    }
                    List<String> left = me.takesAwayEverything();
                    if (!left.isEmpty()) {
                        throw new UndecidedException(
                                "could not be cleaned up: " + String.join(", ", left));
                    }
                });
    }

    @Then(LookBack.ENDED)
    public void everythingEnded() {
        judge.ask(round -> WholeRun.everythingEnded(soFar(round), promised::isExcused));
    }

    @Then(LookBack.NO_ERROR)
    public void noServerError() {
        judge.ask(round -> WholeRun.noServerError(soFar(round)));
    }

    @Then(LookBack.NO_LEAK)
    public void nothingLeaks() {
        judge.ask(
                round -> {
                    List<Answer.MetricsSeen> before = run.baseline().doors();
                    return before.isEmpty()
                            ? new Verdict.NotOffered(SILENT)
                            : WholeRun.nothingLeaks(soFar(round), before, settled(round, before));
                });
    }

    /** What is looked back at: all examples that have ended, and the round itself. */
    private List<History> soFar(Round round) {
        return Stream.concat(
                        run.soFar().get().stream()
                                .flatMap(evidence -> evidence.plays().stream())
                                .map(Evidence.Play::history),
                        Stream.of(round.history()))
                .toList();
    }

    /** Servers notice closed connections a little later. */
    private static List<Call> settled(Round round, List<Answer.MetricsSeen> before)
            throws GateClosed {
        List<Call> last = new ArrayList<>();
        List<ActorSession> doors = round.observers(ActorName.ONLOOKER);
        for (int door = 0; door < before.size(); door++) {
            Answer.MetricsSeen was = before.get(door);
            round.run().gallery().rest();
            last.add(
                    doors.get(door)
                            .until(
                                    new Operation.ReadMetrics(),
                                    look -> {
                                        Answer.MetricsSeen is =
                                                look.answer(Answer.MetricsSeen.class);
                                        return is != null && WholeRun.noMore(was, is);
                                    },
                                    SETTLING));
        }
        return last;
    }
}
