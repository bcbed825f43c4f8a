package meanwhile.suite.explore;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import meanwhile.actors.Effort;
import meanwhile.actors.RunContext;
import meanwhile.report.data.Report;
import meanwhile.suite.run.Console;
import meanwhile.suite.run.Player;
import meanwhile.suite.run.RunOptions;
import meanwhile.suite.setup.FileErrors;
import meanwhile.suite.setup.SetUpException;

/** Plays programs as the examples of a feature, with the same engine as everything else. */
final class ProgramPlayer {
    private static final String HEAD =
            """
            Feature: Explored

              Rule: Whatever happens at the same moment, everything adds up afterwards

            """;

    private static final Console SILENT =
            Console.log(
                    new PrintStream(
                            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    private final ExploreOptions options;
    private final String target;
    private final List<String> defects;

    ProgramPlayer(ExploreOptions options) {
        this(options, options.target(), options.defects());
    }

    /** Plays on another target than the one that is explored. */
    ProgramPlayer(ExploreOptions options, String target, List<String> defects) {
        this.options = options;
        this.target = target;
        this.defects = List.copyOf(defects);
    }

    /**
     * Plays the programs beside each other, each as often as it says.
     *
     * @return an outcome for each program that the target offers, in the same order
     */
    List<PlayedProgram> play(List<Program> programs, int rounds, long seed) {
        return play(options.reports().resolve("explored"), programs, rounds, seed);
    }

    /** Plays one program and writes its feature and its report into this folder. */
    PlayedProgram keep(Path folder, Program program, int rounds, long seed) {
        List<PlayedProgram> outcomes = play(folder, List.of(program), rounds, seed);
        if (outcomes.isEmpty()) {
            throw new IllegalStateException("what was played before is not offered now");
        }
        return outcomes.getFirst();
    }

    private List<PlayedProgram> play(Path folder, List<Program> programs, int rounds, long seed) {
        return outcomes(programs, playText(folder, text(programs, rounds), seed));
    }

    /** Plays the examples of a folder; their report goes into the same folder. */
    List<Report.Example> playAll(Path features, long seed) {
        return examples(Player.play(run(features, features, seed), SILENT));
    }

    private RunOptions run(Path features, Path folder, long seed) {
        return new RunOptions(
                target,
                features,
                null,
                List.of(),
                "",
                seed,
                folder.resolve("reports"),
                defects,
                RunContext.Manner.AT_ONCE,
                null,
                null,
                options.permitted(),
                false,
                null,
                RunOptions.LONG,
                Effort.NORMAL);
    }

    private static List<Report.Example> examples(Report report) {
        return report.rules().stream().flatMap(rule -> rule.examples().stream()).toList();
    }

    /** Plays examples that are written already; they and their report go into this folder. */
    List<Report.Example> playText(Path folder, String examples, long seed) {
        Path features = folder.resolve("features");
        write(features.resolve("explored.feature"), examples);
        return examples(Player.play(run(features, folder, seed), SILENT));
    }

    private static String text(List<Program> programs, int rounds) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < programs.size(); i++) {
            text.append(programs.get(i).example(name(i), rounds)).append('\n');
        }
        return text.toString();
    }

    private static void write(Path file, String examples) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, HEAD + examples);
        } catch (IOException unwritable) {
            throw new SetUpException(
                    "what is explored cannot be written to %s: %s"
                            .formatted(file, FileErrors.words(unwritable)));
        }
    }

    private static String name(int place) {
        return "What was drawn, " + (place + 1);
    }

    private static List<PlayedProgram> outcomes(
            List<Program> programs, List<Report.Example> examples) {
        List<PlayedProgram> outcomes = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            for (Report.Example example : examples) {
                if (example.text().name().equals(name(i))
                        && example.evidence() != null
                        && example.standing() != Report.Standing.NOT_OFFERED) {
                    outcomes.add(
                            PlayedProgram.of(
                                    programs.get(i), example.evidence(), example.standing()));
                }
            }
        }
        return outcomes;
    }
}
