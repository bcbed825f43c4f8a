package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A crowd with too little memory. Where the run ends is unpredictable; it must end, and contradict
 * nothing.
 */
class OutOfMemoryIT {
    private static final List<Integer> ENDED = List.of(3);
    private static final List<Integer> ANY = List.of(0, 2, 3);

    @TempDir private static Path temporary;

    private final Runs runs = new Runs(temporary);
    @TempDir private Path folder;

    private static long whole(Path reports) throws IOException {
        Path histories = reports.resolve("histories");
        if (!Files.exists(histories)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(histories)) {
            return files.filter(file -> file.toFile().length() > 0).count();
        }
    }

    /** With the least memory it always ends without a verdict; with the most perhaps not. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xmx36m", "-Xmx56m", "-Xmx72m"})
    void aCrowdWithoutMemoryAccusesNobodyAndTheNextStartClearsUp(String heap) throws Exception {
        Path reports = folder.resolve("reports");
        String[] crowd = {"run", "--clause", "L1.1", "--reports", reports.toString()};
        Runs.Ended ended = runs.start(List.of(), List.of(heap), crowd).end();
        assertThat(ended.exit()).as(ended.text()).isIn(heap.equals("-Xmx36m") ? ENDED : ANY);
        if (ended.exit() == 3) {
            assertThat(ended.text()).contains("meanwhile: out of memory; give the JVM more");
        }
        // Results that were printed on the way are kept.
        long told = ended.text().lines().filter(line -> line.contains("] holds ")).count();
        assertThat(whole(reports)).isGreaterThanOrEqualTo(told);

        String[] nothing = {"run", "--tags", "@nowhere", "--reports", reports.toString()};
        assertThat(runs.start(nothing).end().text()).contains("no example fits");
        assertThat(runs.leftovers()).noneMatch(one -> one.contains("postgres"));
        System.out.printf(
                "fault: a crowd with %s; exit %d after %.1f s%n",
                heap, ended.exit(), ended.seconds());
    }
}
