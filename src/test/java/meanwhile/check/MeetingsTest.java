package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import meanwhile.check.Meetings.Pair;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import org.junit.jupiter.api.Test;

/** Which kinds of operations met. */
class MeetingsTest {
    private static final Pair VOTE_AND_LOOK = Pair.of("read-image", "cast-vote");

    @Test
    void twoThatWereThereAtOneMomentMet() {
        assertThat(Meetings.in(new Told().up("Ben", 0, 5).sees("Eve", 4, 9, 1, 0).history()))
                .containsExactly(VOTE_AND_LOOK);
    }

    @Test
    void whatEndsAsTheOtherBeginsDidNotMeetIt() {
        assertThat(Meetings.in(new Told().up("Ben", 0, 5).sees("Eve", 5, 9, 1, 0).history()))
                .isEmpty();
    }

    @Test
    void twoLooksAreNoMeeting() {
        assertThat(
                        Meetings.in(
                                new Told()
                                        .sees("Ben", 0, 5, 0, 0)
                                        .sees("Eve", 1, 6, 0, 0)
                                        .history()))
                .isEmpty();
    }

    @Test
    void twoOfOneKindMeetToo() {
        assertThat(Meetings.in(new Told().up("Ben", 0, 5).up("Eve", 1, 6).history()))
                .containsExactly(Pair.of("cast-vote", "cast-vote"));
    }

    @Test
    void onlyTheActionCounts() {
        assertThat(
                        Meetings.in(
                                new Told()
                                        .in(Phase.GIVEN)
                                        .up("Ben", 0, 5)
                                        .in(Phase.WHEN)
                                        .accepted(
                                                "Eve",
                                                1,
                                                6,
                                                new Operation.AddFavourite(Told.TABBY),
                                                new Answer.Done())
                                        .history()))
                .isEmpty();
    }
}
