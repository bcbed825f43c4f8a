package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import meanwhile.language.ActorName;
import meanwhile.language.Operation;
import meanwhile.language.Promises;
import org.junit.jupiter.api.Test;

/** Tests the cap on the rounds of an example. */
class CappedRoundsTest {
    private static final ActorTask CHECK =
            new ActorTask(new ActorName("Ana", null), me -> me.does(new Operation.CheckHealth()));

    @Test
    void noMoreRoundsArePlayedThanTheCapAllows() throws Exception {
        List<String> progress = new ArrayList<>();
        assertThat(played(50, 2, progress)).containsExactly(1, 2);
        assertThat(progress).containsExactly("1 of 2", "2 of 2");
    }

    @Test
    void aCapAboveTheRoundsAddsNone() throws Exception {
        assertThat(played(3, 7, new ArrayList<>())).containsExactly(1, 2, 3);
    }

    @Test
    void crowdsTakeTheTimeOfTheRoundsThatArePlayed() {
        Script script = new Script();
        script.times(50);
        script.crowd(List.of(CHECK), Duration.ofSeconds(4));
        assertThat(script.arrivals()).isEqualTo(Duration.ofSeconds(200));
        script.atMost(2);
        assertThat(script.arrivals()).isEqualTo(Duration.ofSeconds(8));
    }

    private static List<Integer> played(int wanted, int most, List<String> progress)
            throws Exception {
        Script script = new Script();
        script.solo(CHECK);
        script.times(wanted);
        script.atMost(most);
        assertThat(script.rounds()).isEqualTo(Math.min(wanted, most));
        Duration second = Duration.ofSeconds(1);
        RunContext run =
                new RunContext(
                        new FakeGallery(false),
                        2,
                        new Promises(second, second, second, second),
                        null,
                        RunContext.Manner.AT_ONCE,
                        "test",
                        1);
        return script
                .play(run, new CastPool(), (done, of) -> progress.add(done + " of " + of))
                .stream()
                .map(Round::number)
                .toList();
    }
}
