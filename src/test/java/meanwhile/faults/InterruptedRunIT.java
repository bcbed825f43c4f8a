package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run that is stopped in the middle leaves its findings, and nothing else. */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class InterruptedRunIT {
    /** One example that ends soon, and one that is still running when the run is interrupted. */
    private static final String FEATURE =
            """
            @R1
            Feature: Voting on one image

              Background:
                Given Ana has uploaded "Tabby"

              @R1.2
              Rule: The count grows by exactly the accepted votes

                Example: Three at the same moment
                  When at the same moment, 10 times over:
                    | Ben   | votes up on "Tabby" |
                    | Chloe | votes up on "Tabby" |
                    | Dan   | votes up on "Tabby" |
                  Then the count of "Tabby" is exactly its accepted votes

              @R1.3
              Rule: The totals always equal the list of votes

                Example: Very often
                  When at the same moment, 5000 times over:
                    | Ben   | votes up on "Tabby" |
                    | Chloe | votes up on "Tabby" |
                  Then the count of "Tabby" is exactly its accepted votes
            """;

    @TempDir private static Path temporary;
    @TempDir private static Path features;

    private final Runs runs = new Runs(temporary);
    @TempDir private Path reports;

    @BeforeAll
    static void write() throws IOException {
        Files.writeString(features.resolve("r1.feature"), FEATURE);
    }

    @Test
    void ctrlCLeavesAReportOfWhatThereIs() throws Exception {
        Runs.Running running = playing();
        running.await("[1/2]");
        Runs.Ended second = playing().end();
        assertThat(second.exit()).as(second.text()).isEqualTo(3);
        assertThat(second.text())
                .contains("another run is writing to " + reports, "name another folder");
        tell("two runs in one folder", second);

        Runs.Ended ended = running.signal("INT");
        assertThat(ended.exit()).as(ended.text()).isEqualTo(2);
        assertThat(verdict("R1.2")).isEqualTo("holds");
        assertThat(verdict("R1.3")).isEqualTo("undecided");
        assertThat(reports.resolve("index.html")).content().contains("the run was interrupted");
        assertThat(histories()).hasSize(1);
        assertNothingOfOursIsLeft();
        tell("Ctrl-C", ended);
    }

    @Test
    void whatWasContradictedBeforeStaysSo() throws Exception {
        Runs.Running running = playing("--defect", "lost-update-vote-counter");
        running.await("[1/2] contradicted");
        Runs.Ended ended = running.signal("TERM");
        assertThat(ended.exit()).as(ended.text()).isEqualTo(1);
        assertThat(verdict("R1.2")).isEqualTo("contradicted");
        assertThat(verdict("R1.3")).isEqualTo("undecided");
        assertNothingOfOursIsLeft();
        tell("SIGTERM after a contradiction", ended);
    }

    @Test
    void ofARunThatIsKilledTheHistoriesAreKeptAndTheNextStartClearsUp() throws Exception {
        Runs.Running running = playing();
        running.await("[1/2]");
        Runs.Ended ended = running.signal("KILL");
        assertThat(ended.exit()).isEqualTo(137);
        List<String> orphans = runs.leftovers();
        assertThat(orphans).anyMatch(one -> one.contains("postgres"));

        Runs.Ended judged = runs.start("judge", histories().getFirst().toString()).end();
        assertThat(judged.exit()).as(judged.text()).isZero();

        forgetYoung();
        Runs.Ended next =
                runs.start("run", "--tags", "@nowhere", "--reports", reports.toString()).end();
        assertThat(next.text()).contains("no example fits");
        assertThat(runs.leftovers()).isEmpty();
        tell("SIGKILL, which left %d things to the next start".formatted(orphans.size()), ended);
    }

    /** The embedded PostgreSQL leaves its last files to the next start. */
    private void assertNothingOfOursIsLeft() throws IOException {
        assertThat(runs.leftovers()).allMatch(one -> one.contains("/detect_linux_distribution_"));
    }

    /** Files younger than a minute might still be in use by another start. */
    private static void forgetYoung() throws IOException {
        try (Stream<Path> scripts = Files.list(temporary)) {
            for (Path script : scripts.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(
                        script, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
            }
        }
    }

    private Runs.Running playing(String... more) throws IOException {
        return runs.start(
                Stream.concat(
                                Stream.of(
                                        "run",
                                        "--features",
                                        features.toString(),
                                        "--reports",
                                        reports.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private String verdict(String id) throws IOException {
        JsonNode report =
                JsonMapper.shared()
                        .readTree(Files.readString(reports.resolve("specification.json")));
        for (JsonNode clause : report.path("clauses")) {
            if (clause.path("id").asString().equals(id)) {
                return clause.path("verdict").asString();
            }
        }
        throw new AssertionError("the report has no " + id);
    }

    private List<Path> histories() throws IOException {
        try (Stream<Path> files = Files.list(reports.resolve("histories"))) {
            return files.toList();
        }
    }

    private void tell(String fault, Runs.Ended ended) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "fault: %s; exit %d after %.1f s; leftovers %d%n",
                fault,
                ended.exit(),
                ended.seconds(),
                runs.leftovers().size());
    }
}
