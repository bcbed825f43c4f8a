package meanwhile.suite;

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
import meanwhile.actors.Theatre;
import meanwhile.reference.defect.PlantedDefect;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run with a planted defect shows; that each is caught is for {@link ProofIT}. */
class DefectsIT {
    private static final Set<String> PROVEN = Set.of("U1", "U3", "R1");

    private static final Console SILENT =
            new Console(
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    false);

    @TempDir private Path reports;

    static Stream<String> defects() {
        return proven().map(PlantedDefect::name);
    }

    private static Stream<PlantedDefect> proven() {
        return PlantedDefects.all().stream()
                .filter(defect -> PROVEN.contains(scenario(defect.breaks().getFirst())));
    }

    private static String scenario(String clause) {
        return clause.split("\\.", 2)[0];
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void isCaughtAndShown(String name) throws Exception {
        Report report = play(name, Theatre.Manner.AT_ONCE);
        assertThat(report.verdict()).isEqualTo(Report.Standing.CONTRADICTED);
        assertThat(PlantedDefects.named(name).breaks()).containsAnyElementsOf(contradicted(report));
        List<Path> pages = pagesWithAStory();
        assertThat(pages).isNotEmpty();
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
                        Theatre.Manner.ONE_AFTER_ANOTHER);
        Report report = Player.play(options, SILENT);
        assertThat(report.verdict()).isEqualTo(Report.Standing.UNDECIDED);
    }

    private Report play(String defect, Theatre.Manner manner) {
        List<String> specified =
                PlantedDefects.named(defect).breaks().stream().filter(SPECIFIED::contains).toList();
        RunOptions options =
                new RunOptions(
                        "reference", null, specified, "", 11, reports, List.of(defect), manner);
        return Player.play(options, SILENT);
    }

    private static final Set<String> SPECIFIED =
            FeatureFiles.in(null).features().stream()
                    .flatMap(feature -> feature.examples().stream())
                    .flatMap(example -> example.tags().stream())
                    .filter(tag -> PROVEN.contains(scenario(tag)))
                    .collect(Collectors.toSet());

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
