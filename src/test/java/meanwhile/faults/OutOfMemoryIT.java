package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Too little memory for a crowd: where it ends nobody can say; it must end, and accuse nobody. */
class OutOfMemoryIT {
    @TempDir private static Path temporary;

    private final Runs runs = new Runs(temporary);
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx40m", "-Xmx72m"})
    void aCrowdWithoutMemoryAccusesNobodyAndTheNextStartClearsUp(String heap) throws Exception {
        Path reports = folder.resolve("reports");
        String[] crowd = {"run", "--clause", "L1.1", "--reports", reports.toString()};
        Runs.Ended ended = runs.start(List.of(), List.of(heap), crowd).end();
        assertThat(ended.exit()).as(ended.text()).isIn(0, 2, 3);

        String[] nothing = {"run", "--clause", "U8.9", "--reports", reports.toString()};
        assertThat(runs.start(nothing).end().text()).contains("no example fits");
        assertThat(runs.leftovers()).noneMatch(one -> one.contains("postgres"));
        System.out.printf(
                "fault: a crowd with %s; exit %d after %.1f s%n",
                heap, ended.exit(), ended.seconds());
    }
}
