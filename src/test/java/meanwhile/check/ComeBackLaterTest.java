package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static org.assertj.core.api.Assertions.assertThat;

import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A caller who is only asked to come back later has learnt nothing, and no one is blamed for it.
 */
class ComeBackLaterTest {
    private static final Operation LOOK = new Operation.ReadImage(TABBY);
    private static final Operation DELETE = new Operation.DeleteImage(TABBY);
    private static final Operation CHANGE = new Operation.CastVote(TABBY, VoteValue.DOWN, 1L);

    @ParameterizedTest
    @EnumSource(names = {"MAINTENANCE", "THROTTLED"})
    void anImageMayBeReadyAllTheSame(Refusal later) {
        Told uploaded = new Told().uploaded("Ana", 0, 1, "tabby").in(Phase.THEN);
        undecided(UploadCompletion.ready(uploaded.refused("Ana", 9, 10, LOOK, later).history()));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAINTENANCE", "THROTTLED"})
    void anImageMayHaveFailedAllTheSame(Refusal later) {
        Told looked = new Told().in(Phase.THEN).refused("Ana", 9, 10, LOOK, later);
        undecided(UploadCompletion.failed(TABBY, looked.history()));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAINTENANCE", "THROTTLED"})
    void anImageMayBeGoneAllTheSame(Refusal later) {
        Told deleted = new Told().accepted("Ana", 0, 5, DELETE, new Answer.Done());
        Told looked = deleted.in(Phase.THEN).refused("Ben", 9, 10, LOOK, later);
        undecided(DeletionRemains.sameClearAnswer(TABBY, looked.history()));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAINTENANCE", "THROTTLED"})
    void aDeletionNeedNotSayThatItIsGone(Refusal later) {
        Told put = new Told().refused("Ben", 1, 6, DELETE, later);
        undecided(DeletionOutcome.exactlyOnce(TABBY, put.history()));
        Told deleted = put.accepted("Ana", 0, 5, DELETE, new Answer.Done());
        assertThat(DeletionOutcome.exactlyOnce(TABBY, deleted.history()))
                .isInstanceOf(Verdict.Holds.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAINTENANCE", "THROTTLED"})
    void aChangeNeedNotSayThatItsVersionHasPassed(Refusal later) {
        History put = new Told().refused("Ben", 1, 6, CHANGE, later).history();
        assertThat(ConditionalChanges.atMostOne(put)).isInstanceOf(Verdict.Holds.class);
        undecided(ConditionalChanges.refusedAsPassed(put));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAINTENANCE", "THROTTLED"})
    void aVoteOnADamagedImageNeedNotBeRefusedForGood(Refusal later) {
        Told told = new Told().refused("Ben", 1, 6, CHANGE, later).in(Phase.THEN);
        told.accepted("Ana", 7, 8, LOOK, failed());
        History history = told.history();
        undecided(
                ConditionalChanges.refusedForGood(TABBY, history.in(Phase.WHEN).calls(), history));
    }

    private static Answer failed() {
        return new Answer.ImageSeen(TABBY, ImageStatus.FAILED, "Tabby", 0L, 0L, 1L);
    }

    private static void undecided(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    }
}
