package meanwhile.model;

import static meanwhile.model.HandWritten.assertIllegal;
import static meanwhile.model.HandWritten.assertLegal;
import static org.assertj.core.api.Assertions.assertThat;

import meanwhile.model.Presence.Add;
import meanwhile.model.Presence.Look;
import meanwhile.model.Presence.Op;
import meanwhile.model.Presence.Remove;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    @Test
    void theDelayLiesBetweenTheLastMissAndTheFirstSight() {
        assertThat(
                        Visibility.delays(
                                added().known("Ben", 15, 16, new Look("e", false))
                                        .known("Ben", 20, 21, new Look("e", true))
                                        .known("Cid", 25, 27, new Look("e", false))
                                        .known("Cid", 30, 32, new Look("e", true))
                                        .known("Cid", 29, 35, new Look("e", true))
                                        .events()))
                .containsExactly(new Visibility.Delay("e", 15, 32));
    }

    @Test
    void whatWasNeverMissedMayHaveTakenNoTimeAndWhatWasNeverSeenHasNoEnd() {
        assertThat(Visibility.delays(added().events()))
                .containsExactly(new Visibility.Delay("e", 0, Long.MAX_VALUE));
        assertThat(Visibility.delays(added().known("Ben", 10, 12, new Look("e", false)).events()))
                .containsExactly(new Visibility.Delay("e", 0, Long.MAX_VALUE));
        assertThat(
                        Visibility.delays(
                                new HandWritten<Op>().unknown("Ana", 0, new Add("e")).events()))
                .isEmpty();
    }

    @Test
    void aMissWithinThePromiseHoldsAndOneAfterItDoesNot() {
        HandWritten<Op> missed = added().known("Ben", 15, 16, new Look("e", false));
        assertLegal(Visibility.within(missed.events(), 5));
        assertIllegal(Visibility.within(missed.events(), 4), "Expected to see “e”, did not", 0, 1);
    }

    @Test
    void afterTheRemovalMayHaveBegunItNeedNotBeSeen() {
        assertLegal(
                Visibility.within(
                        added().known("Ana", 20, 30, new Remove("e"))
                                .known("Ben", 21, 22, new Look("e", false))
                                .events(),
                        0));
    }

    @Test
    void theDelayIsCountedFromTheAdditionWheneverThatWas() {
        assertThat(
                        Visibility.delays(
                                new HandWritten<Op>()
                                        .known("Ana", 100, 110, new Add("e"))
                                        .known("Ben", 115, 116, new Look("e", false))
                                        .known("Ben", 120, 121, new Look("e", true))
                                        .events()))
                .containsExactly(new Visibility.Delay("e", 5, 21));
        assertThat(
                        Visibility.delays(
                                new HandWritten<Op>()
                                        .known("Ana", 100, 110, new Add("e"))
                                        .events()))
                .containsExactly(new Visibility.Delay("e", 0, Long.MAX_VALUE));
    }

    @Test
    void aSightThatBeganWithTheLastMissMayHaveComeBeforeIt() {
        assertThat(
                        Visibility.delays(
                                added().known("Ben", 15, 20, new Look("e", false))
                                        .known("Cid", 15, 18, new Look("e", true))
                                        .known("Cid", 19, 25, new Look("e", true))
                                        .events()))
                .containsExactly(new Visibility.Delay("e", 5, 25));
    }

    private static HandWritten<Op> added() {
        return new HandWritten<Op>().known("Ana", 0, 10, new Add("e"));
    }
}
