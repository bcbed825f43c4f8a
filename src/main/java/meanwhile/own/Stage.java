package meanwhile.own;

import java.util.function.Function;
import meanwhile.check.Verdict;
import meanwhile.history.History;
import meanwhile.language.ActorName;

/**
 * Where a team's own steps let actors act, and ask what came of it. A step class takes it by its
 * constructor:
 *
 * <pre>{@code
 * @When("{person} adds {string} to the note")
 * public void adds(ActorName who, String line) {
 *     stage.acts(who, me -> {
 *         String text = me.ahead("looks at the note").get("/note").asString();
 *         me.given("adds a line").body(text + line).put("/note");
 *     });
 * }
 *
 * @Then("the note has {int} lines")
 * public void hasLines(int number) {
 *     stage.asks(round ->
 *         assertThat(round.looks().given("looks at the note").get("/note").asString().lines())
 *             .hasSize(number));
 * }
 * }</pre>
 *
 * <p>Nothing is sent when the step is read: each round performs what the steps say, in a fresh
 * world. A {@code When} step may stand in a row of “at the same moment”, after “meanwhile”, or be
 * done by a crowd.
 */
public interface Stage {
    /** Prepares each round by somebody without a session. Everything must be accepted. */
    void prepares(Act act);

    /**
     * Lets an actor act: in a {@code Given} step to prepare each round, where everything must be
     * accepted, and in a {@code When} step or a row as an action of it. An assertion that fails in
     * an action contradicts the round, as long as everything that the act sent was answered
     * clearly.
     */
    void acts(ActorName who, Act act);

    /**
     * Asks about every round that was played. An assertion that fails contradicts the round, unless
     * a call of its action had no clear answer: then it is undecided.
     */
    void asks(Question question);

    /**
     * The same for a question that means nothing unless something was seen in some round.
     *
     * @param what was seen, as a sentence: "a line was refused"
     * @param seen the calls of a round that are it
     */
    void asks(String what, Function<Played, History> seen, Question question);

    /** Judges every round that was played, as with a checker of {@code meanwhile.model}. */
    void judges(Function<Played, Verdict> question);

    /** What an actor does in a round. */
    @FunctionalInterface
    interface Act {
        void perform(Actor me);
    }

    /** Asserts something about a round. */
    @FunctionalInterface
    interface Question {
        void ask(Played round);
    }
}
