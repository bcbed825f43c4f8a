package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import meanwhile.language.Outcome;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The driver turns any answer into one of four outcomes and never fails. */
class MalformedAnswersTest {
    @Property(shrinking = ShrinkingMode.OFF)
    void everyAnswerHasAnOutcome(@ForAll long seed) {
        assertThat(Malformed.taken(seed).outcome()).isNotNull();
    }

    @Example
    void manyOperationsAreAnsweredInEveryWay() {
        assertThat(Malformed.size()).isGreaterThan(60);
        int accepted = 0;
        int refused = 0;
        int broken = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            switch (Malformed.taken(seed).outcome()) {
                case Outcome.Accepted _ -> accepted++;
                case Outcome.Refused _ -> refused++;
                case Outcome.Broken _ -> broken++;
                case Outcome.Unknown _ -> throw new AssertionError("an answer is known");
            }
        }
        assertThat(new int[] {accepted, refused, broken}).doesNotContain(0);
        assertThat(accepted).as("answers near enough to be taken").isGreaterThan(200);
    }
}
