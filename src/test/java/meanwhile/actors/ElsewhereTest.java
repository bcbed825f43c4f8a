package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import meanwhile.language.Release;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is heard elsewhere belongs to the round whose deed it names, and nothing is lost. */
class ElsewhereTest {
    private static final Domain DOMAIN =
            new Domain(
                    Map.of(),
                    List.of(),
                    List.of(
                            new Domain.Event(
                                    "charge", "charge", "charges", "charged", "order", "mark"),
                            new Domain.Event("mail", "mail", "mails", "mailed", "order", "id")),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Target target = new Target();
    private final RunContext run =
            new RunContext(
                    target,
                    1,
                    new Promises(SHORT, SHORT, SHORT, SHORT),
                    null,
                    RunContext.Manner.AT_ONCE,
                    "test",
                    1);

    /** A target that asks others for what it is told, before it answers. */
    private static final class Target extends FakeGallery {
        private @Nullable Consumer<Heard> ear;
        private final List<Operation.DeclaredEvent> asks = new ArrayList<>();
        private String id = "i";

        Target() {
            super(false);
        }

        @Override
        public Domain domain() {
            return DOMAIN;
        }

        @Override
        public void listen(Consumer<Heard> listener) {
            ear = listener;
        }

        void asks(Operation.DeclaredEvent event) {
            long now = System.nanoTime();
            Reply reply =
                    new Reply(new Outcome.Accepted(201, new Answer.Done()), now, now, now, now);
            Objects.requireNonNull(ear).accept(new Heard("bank", event, event.said(), reply));
        }

        void isAskedOddly() {
            long now = System.nanoTime();
            Reply reply = new Reply(new Outcome.Broken(404, ""), now, now, now, now);
            Objects.requireNonNull(ear).accept(new Heard("bank", null, "is asked GET /", reply));
        }

        @Override
        Outcome outcome(Operation operation, @Nullable Release release) {
            asks.forEach(this::asks);
            asks.clear();
            return operation instanceof Operation.DeclaredWrite
                    ? new Outcome.Accepted(201, new Answer.DeclaredSeen(Map.of("id", id), Map.of()))
                    : super.outcome(operation, release);
        }
    }

    private static Operation.DeclaredEvent charge(String mark) {
        return new Operation.DeclaredEvent("charge", "is to charge " + mark, Map.of("mark", mark));
    }

    private static Operation.DeclaredEvent mail(String id) {
        return new Operation.DeclaredEvent("mail", "is to mail " + id, Map.of("id", id));
    }

    private Round round(String mark) throws Exception {
        Script script = new Script();
        script.solo(
                new ActorTask(
                        new ActorName("Ana", null),
                        me ->
                                me.does(
                                        new Operation.DeclaredWrite(
                                                "order", "orders", Map.of("mark", mark)))));
        return script.play(run, new CastPool(), (_, _) -> {}).getFirst();
    }

    private static List<String> heard(Round round) {
        History elsewhere = round.history().in(Phase.ELSEWHERE);
        return elsewhere.stream()
                .map(Call::operation)
                .map(operation -> ((Operation.Declared) operation).said())
                .toList();
    }

    @Test
    void whatIsAskedBeforeTheAnswerBelongsToTheRound() throws Exception {
        target.asks.add(charge("a"));
        Round round = round("a");
        Call charge = round.history().in(Phase.ELSEWHERE).calls().getFirst();
        assertThat(charge.actor()).hasToString("The bank");
        assertThat(charge.operation()).isEqualTo(charge("a"));
        assertThat(charge.accepted()).isTrue();
        assertThat(charge.gated()).isFalse();
        assertThat(run.heardInVain()).isEmpty();
        assertThat(round.strays("charge")).isEmpty();
    }

    @Test
    void whatTheAnswerAloneNamesIsFoundWhenTheAnswerIsThere() throws Exception {
        target.id = "7";
        target.asks.add(mail("7"));
        assertThat(heard(round("a"))).containsExactly("is to mail 7");
        assertThat(run.heardInVain()).isEmpty();
    }

    @Test
    void roundsSideBySideGetTheirOwn() throws Exception {
        target.id = "1";
        Round a = round("a");
        target.id = "2";
        Round b = round("b");
        target.asks(charge("b"));
        target.asks(charge("a"));
        target.asks(mail("1"));
        target.asks(charge("b"));
        assertThat(heard(a)).containsExactly("is to charge a", "is to mail 1");
        assertThat(heard(b)).containsExactly("is to charge b", "is to charge b");
    }

    @Test
    void whatBelongsToNoRoundIsSaid() throws Exception {
        Round round = round("a");
        target.asks(charge("x"));
        target.isAskedOddly();
        target.asks(new Operation.DeclaredEvent("charge", "lacks its mark", Map.of()));
        assertThat(heard(round)).isEmpty();
        assertThat(round.strays("charge"))
                .extracting(stray -> stray.words())
                .containsExactly("is to charge x", "lacks its mark");
        assertThat(round.strays("mail")).isEmpty();
        assertThat(run.heardInVain())
                .containsExactly(
                        "the bank is to charge x, which belongs to nothing that the run did",
                        "the bank is asked GET /",
                        "the bank lacks its mark, which belongs to nothing that the run did");
    }

    @Test
    void whatWasHeardBeforeARoundBeganIsNotItsOwn() throws Exception {
        target.asks(charge("x"));
        assertThat(round("a").strays("charge")).isEmpty();
    }

    @Test
    void whatTwoRoundsClaimBelongsToNeither() throws Exception {
        Round one = round("same");
        Round other = round("same");
        target.asks(charge("same"));
        assertThat(heard(one)).isEmpty();
        assertThat(heard(other)).isEmpty();
        assertThat(run.heardInVain()).hasSize(1);
    }

    @Test
    void whatComesAfterTheVerdictIsSaid() throws Exception {
        Round round = round("a");
        target.asks(charge("a"));
        round.judged();
        target.asks(charge("a"));
        assertThat(heard(round)).hasSize(1);
        assertThat(round.strays("charge")).isEmpty();
        assertThat(run.heardInVain())
                .containsExactly("the bank is to charge a, after the round had been judged");
    }
}
