package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.actors.RunContext;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.report.data.Report;
import meanwhile.report.data.RunVerdict;
import meanwhile.suite.prove.ProofIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks the output of a run with a planted defect, for one defect of each kind of evidence; {@link
 * ProofIT} checks that every defect is caught. A race may be missed on a busy machine, so there are
 * three tries with different seeds.
 */
class DefectsIT {
    private static final int TRIES = 3;

    private static final Console SILENT =
            Console.log(
                    new PrintStream(
                            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @TempDir private Path reports;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lost-update-vote-counter",
                "late-ready-resurrects",
                "throttled-after-storing",
                "quota-not-returned"
            })
    void isCaughtAndShown(String name) throws Exception {
        Report report = play(name, 1);
        for (int seed = 2; seed <= TRIES && report.verdict() == RunVerdict.HOLDS; seed++) {
            report = play(name, seed);
        }
        assertThat(report.verdict()).as(name).isEqualTo(RunVerdict.CONTRADICTED);
        assertThat(contradicted(report))
                .as(name)
                .containsAnyElementsOf(PlantedDefects.named(name).breaks());
        assertThat(pagesWithAStory()).as(name).isNotEmpty();
    }

    @Test
    void aRunThatPlaysNoRacesIsUndecidedAboutThem() {
        RunOptions options =
                new RunOptions(
                        "reference",
                        null,
                        List.of("R1.1"),
                        "",
                        11,
                        reports,
                        List.of(),
                        RunContext.Manner.ONE_AFTER_ANOTHER);
        Report report = Player.play(options, SILENT);
        assertThat(report.verdict()).isEqualTo(RunVerdict.UNDECIDED);
    }

    private Report play(String defect, int seed) {
        RunOptions options =
                new RunOptions(
                        "reference",
                        null,
                        PlantedDefects.named(defect).breaks(),
                        "",
                        seed,
                        reports,
                        List.of(defect),
                        RunContext.Manner.AT_ONCE);
        return Player.play(options, SILENT);
    }

    private static Set<String> contradicted(Report report) {
        return report.clauses().stream()
                .filter(clause -> clause.standing() == Report.Standing.CONTRADICTED)
                .map(Report.Clause::id)
                .collect(Collectors.toSet());
    }

    private List<Path> pagesWithAStory() throws Exception {
        try (Stream<Path> pages = Files.list(reports.resolve("examples"))) {
            return pages.filter(
                            page -> {
                                try {
                                    return Files.readString(page).contains("What happened");
                                } catch (java.io.IOException unreadable) {
                                    throw new java.io.UncheckedIOException(unreadable);
                                }
                            })
                    .toList();
        }
    }
}
