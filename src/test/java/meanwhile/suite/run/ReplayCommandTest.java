package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import meanwhile.actors.Effort;
import meanwhile.actors.RunContext;
import org.junit.jupiter.api.Test;

class ReplayCommandTest {
    private static final Path HISTORY = Path.of("reports", "histories", "r1-2-a.ndjson");

    @Test
    void anOrdinaryRunNeedsOnlyTheHistory() {
        assertThat(ReplayCommand.of(RunOptions.everything(7, Path.of("reports")), HISTORY))
                .isEqualTo(
                        "java -jar target/meanwhile.jar run --replay"
                                + " reports/histories/r1-2-a.ndjson");
    }

    @Test
    void everyOptionThatMattersIsRepeatedAndQuoted() {
        RunOptions options =
                new RunOptions(
                        "our profile.yaml",
                        Path.of("it's ours"),
                        null,
                        List.of(),
                        "",
                        7,
                        Path.of("out"),
                        List.of("lost-update-vote-counter", "drop-unique votes(member)"),
                        RunContext.Manner.ONE_AFTER_ANOTHER,
                        null,
                        Path.of("accepted.yaml"),
                        true,
                        false,
                        null,
                        Duration.ofSeconds(90),
                        Effort.THOROUGH);
        assertThat(ReplayCommand.of(options, HISTORY))
                .endsWith(
                        " --target 'our profile.yaml' --features 'it'\\''s ours' --accepted"
                                + " accepted.yaml --reports out --defect lost-update-vote-counter"
                                + " 'drop-unique votes(member)' --one-after-another"
                                + " --effort thorough --at-most 90s --i-may-test-this-target");
    }
}
