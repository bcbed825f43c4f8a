package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanwhile.history.Collision;
import meanwhile.history.History;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Verdict CONTRADICTED =
            new Verdict.Contradicted(new CounterExample("expected", List.of(), "because"));

    @Test
    void anExampleHoldsWhenEveryRoundMetAndHeld() {
        Evidence evidence =
                evidence(2, new boolean[] {true, true}, Verdict.holds(), Verdict.holds());
        assertThat(evidence.verdict().word()).isEqualTo("holds");
        assertThat(evidence.held()).isEqualTo(2);
    }

    @Test
    void oneContradictedRoundContradictsTheExample() {
        Evidence evidence = evidence(2, new boolean[] {true, true}, Verdict.holds(), CONTRADICTED);
        assertThat(evidence.verdict().word()).isEqualTo("contradicted");
        assertThat(evidence.held()).isEqualTo(1);
        assertThat(evidence.contradicted()).isEqualTo(1);
    }

    @Test
    void aContradictionCountsAlsoWhereTheCallsDidNotMeet() {
        assertThat(evidence(1, new boolean[] {false}, CONTRADICTED).verdict().word())
                .isEqualTo("contradicted");
    }

    @Test
    void tooFewCollisionsLeaveItUndecided() {
        Evidence evidence =
                evidence(
                        3,
                        new boolean[] {true, false, false},
                        Verdict.holds(),
                        Verdict.holds(),
                        Verdict.holds());
        assertThat(evidence.verdict())
                .isEqualTo(new Verdict.Undecided("only 1 of 3 rounds really met"));
        assertThat(evidence.held()).isEqualTo(1);
    }

    @Test
    void callsThatAreAnsweredBeforeTheGateSaySo() {
        assertThat(evidence(1, new boolean[] {false}, Verdict.holds()).verdict())
                .isEqualTo(
                        new Verdict.Undecided(
                                "only 0 of 1 rounds really met: no two calls came as far as their"
                                        + " last request"));
    }

    @Test
    void aCheckThatGaveUpLeavesItUndecided() {
        assertThat(evidence(1, new boolean[] {true}, new Verdict.Undecided("gave up")).verdict())
                .isEqualTo(new Verdict.Undecided("gave up"));
    }

    @Test
    void anExampleThatAsksNothingProvesNothing() {
        Evidence nothing =
                new Evidence("f", 1, false, 1, List.of(), List.of(), null, Duration.ZERO);
        assertThat(nothing.verdict()).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void contradictedBeatsUndecidedBeatsNotOfferedBeatsHolds() {
        Verdict undecided = new Verdict.Undecided("u");
        Verdict missing = new Verdict.NotOffered("n");
        assertThat(Verdict.worst(List.of(Verdict.holds(), missing))).isEqualTo(missing);
        assertThat(Verdict.worst(List.of(undecided, missing, Verdict.holds())))
                .isEqualTo(undecided);
        assertThat(Verdict.worst(List.of(undecided, CONTRADICTED, missing)))
                .isEqualTo(CONTRADICTED);
    }

    @Test
    void halfOfTheRoundsAreEnoughToHaveMet() {
        assertThat(
                        evidence(2, new boolean[] {true, false}, Verdict.holds(), Verdict.holds())
                                .verdict())
                .isEqualTo(Verdict.holds());
    }

    @Test
    void itSaysWhyRoundsDidNotMeet() {
        List<Evidence.Play> plays =
                List.of(
                        play(1, 1, null, History.EMPTY),
                        play(2, 1, "too early", History.EMPTY),
                        play(3, 1, "too late", History.EMPTY));
        assertThat(judged(3, plays, Verdict.holds(), Verdict.holds(), Verdict.holds()).verdict())
                .isEqualTo(new Verdict.Undecided("only 1 of 3 rounds really met: too early"));
    }

    @Test
    void itCountsPlaysThatWereRepetitionsAndRoundsThatWereContradicted() {
        List<Evidence.Play> plays =
                List.of(
                        play(1, 1, "too early", History.EMPTY),
                        play(1, 2, "too late", History.EMPTY),
                        play(1, 3, null, History.EMPTY),
                        play(2, 1, null, History.EMPTY),
                        play(3, 1, null, History.EMPTY));
        Evidence evidence =
                judged(
                        3,
                        plays,
                        CONTRADICTED,
                        CONTRADICTED,
                        CONTRADICTED,
                        CONTRADICTED,
                        Verdict.holds());
        assertThat(evidence.repeated()).isEqualTo(2);
        assertThat(evidence.contradicted()).isEqualTo(2);
        assertThat(evidence.score()).isEqualTo("contradicted in 2 of 3 rounds");
    }

    /** A contradicted round that is played again because its calls did not meet still counts. */
    @Test
    void whatARepetitionDoesNotShowAgainStaysContradicted() {
        List<Evidence.Play> plays =
                List.of(play(1, 1, "too early", History.EMPTY), play(1, 2, null, History.EMPTY));
        Evidence evidence = judged(1, plays, CONTRADICTED, Verdict.holds());
        assertThat(evidence.verdict()).isEqualTo(CONTRADICTED);
        assertThat(evidence.score()).isEqualTo("contradicted in 1 of 1 rounds");
    }

    @Test
    void itsScoreHidesNoContradiction() {
        assertThat(Evidence.score(0, 4, 5)).isEqualTo("held in 4 of 5 rounds");
        assertThat(Evidence.score(1, 4, 5)).isEqualTo("contradicted in 1 of 5 rounds");
        assertThat(evidence(1, new boolean[] {true}, Verdict.holds()).score())
                .isEqualTo("held in 1 of 1 rounds");
    }

    @Test
    void itCountsCallsAndThoseWithoutADefiniteAnswer() {
        History one = new Told().up("Ana", 0, 1).sees("Ben", 2, 3, 1, 0).history();
        History other =
                new Told()
                        .unknown("Ana", 0, 1, Told.vote(meanwhile.language.VoteValue.UP))
                        .history();
        List<Evidence.Play> plays = List.of(play(1, 1, null, one), play(2, 1, null, other));
        Evidence evidence = judged(2, plays, Verdict.holds(), Verdict.holds());
        assertThat(evidence.operations()).isEqualTo(3);
        assertThat(evidence.unknown()).isEqualTo(1);
    }

    private static Evidence.Play play(
            int round, int attempt, @Nullable String missed, History history) {
        return new Evidence.Play(
                round,
                attempt,
                missed == null,
                missed,
                new Collision(missed == null, 0),
                history,
                Map.of());
    }

    private static Evidence judged(int wanted, List<Evidence.Play> plays, Verdict... verdicts) {
        List<Evidence.Finding> findings =
                List.of(new Evidence.Finding("question", List.of(verdicts)));
        return new Evidence("f", 1, true, wanted, plays, findings, null, Duration.ZERO);
    }

    private static Evidence evidence(int wanted, boolean[] met, Verdict... verdicts) {
        List<Evidence.Play> plays = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            plays.add(
                    new Evidence.Play(
                            i + 1,
                            1,
                            met[i],
                            null,
                            new Collision(met[i], 0),
                            History.EMPTY,
                            Map.of()));
        }
        List<Evidence.Finding> findings =
                List.of(new Evidence.Finding("question", List.of(verdicts)));
        return new Evidence("f", 1, true, wanted, plays, findings, null, Duration.ZERO);
    }
}
