package meanwhile.suite.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meanwhile.actors.RunContext;
import meanwhile.check.Evidence;
import meanwhile.language.Operation;
import meanwhile.reference.database.EmbeddedDatabase;
import meanwhile.report.data.Report;
import meanwhile.suite.run.Console;
import meanwhile.suite.run.Player;
import meanwhile.suite.run.RunOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays every example against servers that do nothing: one may hold only if what its words speak of
 * was truly done and seen. The words decide, not the code that judges.
 */
class HollowServersIT {
    private static final long SEED = 27;

    private static final Console SILENT =
            Console.log(
                    new PrintStream(
                            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedDatabase.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "hollow refuses: everything",
                "hollow refuses: every write but uploads",
                "hollow empties: every read",
                "hollow forgets: every write",
                "hollow garbles: every write",
                "hollow breaks: every write",
                "hollow keeps the last: every write"
            })
    void nothingHoldsThatWasNotSeen(String server) {
        Report report = play(server, database.create());
        assertThat(report.counts()).isNotEmpty();
        assertThat(empty(report)).isEmpty();
    }

    /** Plays all examples briefly. */
    static Report play(String server, String database) {
        RunOptions.Experiment experiment =
                new RunOptions.Experiment(
                        database,
                        RunOptions.End.LAST,
                        true,
                        false,
                        List.of(),
                        Set.of(),
                        Duration.ofSeconds(12));
        return Player.play(
                RunOptions.experiment(
                        List.of(),
                        SEED,
                        server.isEmpty() ? List.of() : List.of(server),
                        RunContext.Manner.AT_ONCE,
                        experiment),
                SILENT);
    }

    /** The examples that hold, each with what they speak of and what was not seen. */
    static List<String> empty(Report report) {
        List<String> empty = new ArrayList<>();
        boolean written =
                report.clauses().stream()
                        .flatMap(clause -> clause.examples().stream())
                        .map(Report.Example::evidence)
                        .anyMatch(HollowServersIT::isWrittenIn);
        for (Report.Clause clause : report.clauses()) {
            for (Report.Example example : clause.examples()) {
                Evidence evidence = example.evidence();
                if (evidence == null || example.standing() != Report.Standing.HOLDS) {
                    continue;
                }
                List<String> missing =
                        new ArrayList<>(SpokenOperations.missing(example.text(), evidence));
                if (!written
                        && SpokenOperations.actions(example.text()).stream()
                                .allMatch(one -> SpokenOperations.meant(one).isEmpty())) {
                    missing.add("no write was accepted in the whole run");
                }
                String title = clause.id() + " " + example.text().name();
                if (!missing.isEmpty()) {
                    empty.add(title + ": " + String.join("; ", missing));
                }
            }
        }
        return empty;
    }

    private static boolean isWrittenIn(@Nullable Evidence evidence) {
        return evidence != null
                && evidence.plays().stream()
                        .flatMap(play -> play.history().stream())
                        .anyMatch(
                                call ->
                                        call.accepted()
                                                && call.operation() instanceof Operation.Write
                                                && !(call.operation()
                                                        instanceof Operation.AccountWrite));
    }
}
