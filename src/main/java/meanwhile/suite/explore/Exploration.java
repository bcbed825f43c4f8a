package meanwhile.suite.explore;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import meanwhile.check.Evidence;
import meanwhile.language.Domain;
import meanwhile.report.data.ForeignText;
import meanwhile.report.data.Report;
import meanwhile.steps.ContractSteps;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.run.ReplayCommand;
import meanwhile.suite.setup.ExitCode;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;

/** Draws and plays programs until the time is over, and shrinks what it finds. */
public final class Exploration {
    private static final int BATCH = 24;
    private static final int ROUNDS = 4;
    private static final int KEPT_ROUNDS = 20;

    /** After so many programs of which none could be played, none will be. */
    private static final int UNOFFERED = 10 * BATCH;

    private final ExploreOptions options;
    private final PrintStream out;
    private final ProgramPlayer player;
    private final ProgramDraw draw;
    private final FoundBefore before;
    private final List<String> laws;
    private final @Nullable Against against;
    private final long began = System.nanoTime();
    private final Set<String> known = new HashSet<>();
    private int programs;
    private int plays;
    private int undecided;
    private int found;

    public Exploration(ExploreOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.player = new ProgramPlayer(options);
        this.before = new FoundBefore(options.keep(), options.target());
        Domain domain = OpenTarget.declared(options.target());
        this.laws =
                Stream.concat(
                                domain.laws().stream().map(Domain.Law::sentence),
                                Stream.of(ContractSteps.KEPT))
                        .toList();
        List<Scene> scenes = domain.isEmpty() ? Scene.all() : new DomainScenes(domain).all();
        this.draw = new ProgramDraw(scenes, options.actors(), options.length(), options.seed());
        String other = options.against();
        this.against = other == null ? null : new Against(options, other, scenes);
    }

    /** Explores; returns the exit code. */
    public int explore() {
        say(
                "exploring %s, seed %d, for %s"
                        .formatted(options.target(), options.seed(), told(options.time())));
        if (before.isThere()) {
            playAgain();
        }
        while (passed().compareTo(options.time()) < 0 && (plays > 0 || programs < UNOFFERED)) {
            List<Program> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(draw.next());
            }
            List<PlayedProgram> outcomes = player.play(batch, ROUNDS, options.seed() + programs);
            programs += batch.size();
            plays += outcomes.stream().mapToInt(PlayedProgram::rounds).sum();
            undecided += (int) outcomes.stream().filter(Exploration::isUndecided).count();
            say(
                    "%s of %s: %d programs, %d plays, %d of %d pairs of actions; %d found"
                            .formatted(
                                    told(passed()),
                                    told(options.time()),
                                    programs,
                                    plays,
                                    draw.pairs(),
                                    draw.allPairs(),
                                    found));
            outcomes.stream().filter(PlayedProgram::isFound).forEach(this::found);
            compare(batch);
        }
        return end();
    }

    /** Plays the same one after another on both targets. */
    private void compare(List<Program> batch) {
        if (against != null) {
            against.compare(batch);
            say("  " + against.summary());
        }
    }

    /** Differences are questions, and have no part in the exit code. */
    private void tellDifferences() {
        if (against != null) {
            against.questions().forEach(question -> say("  " + ForeignText.message(question)));
            say(against.summary() + "; written to " + against.file());
        }
    }

    /** Plays what was found before; what is still contradicted is known. */
    private void playAgain() {
        say("playing what was found before, in " + before.folder());
        for (Report.Example example : player.playAll(before.folder(), options.seed())) {
            Evidence evidence = example.evidence();
            boolean still = evidence != null && evidence.contradicted() > 0;
            say(
                    "  %s: %s"
                            .formatted(
                                    still ? "still contradicted" : "not contradicted now",
                                    example.text().name()));
            if (evidence != null && still) {
                known.addAll(PlayedProgram.subjects(evidence));
                found++;
            }
        }
    }

    private static boolean isUndecided(PlayedProgram outcome) {
        return outcome.standing() == Report.Standing.UNDECIDED;
    }

    /** Shrinks and keeps what was found, unless all of it is known already. */
    private void found(PlayedProgram outcome) {
        if (known.containsAll(outcome.subjects())) {
            return;
        }
        say("found, and being shrunk: " + outcome.program().brief());
        PlayedProgram small = new Shrinking(player, options.seed()).shrink(outcome);
        known.addAll(outcome.subjects());
        known.addAll(small.subjects());
        found++;
        Path folder = options.reports().resolve("found-" + found);
        // A law of a domain is said as a Then step is.
        Program told =
                small.program().asking(laws.stream().filter(small.broken()::contains).toList());
        PlayedProgram kept = player.keep(folder, told, KEPT_ROUNDS, options.seed());
        before.add(told, KEPT_ROUNDS);
        PlayedProgram shown = kept.isFound() ? kept : small;
        say(
                "found, in %d of %d rounds:%n%n%s"
                        .formatted(
                                shown.contradicted(),
                                shown.rounds(),
                                told.example("What was found", KEPT_ROUNDS)));
        shown.broken().forEach(law -> say("  contradicted: " + law));
        shown.story().lines().forEach(line -> say("  " + line));
        say("  the report: " + folder.resolve("reports").resolve("index.html"));
        say("  to play it again: " + again(folder));
    }

    private String again(Path folder) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "run",
                                "--features",
                                folder.resolve("features").toString(),
                                "--seed",
                                String.valueOf(options.seed()),
                                "--target",
                                options.target()));
        options.defects().forEach(defect -> words.addAll(List.of("--defect", defect)));
        return ReplayCommand.of(words);
    }

    private int end() {
        tellDifferences();
        say(
                "explored %d programs in %d plays, %d of %d pairs of actions; %d undecided; %d found"
                        .formatted(
                                programs, plays, draw.pairs(), draw.allPairs(), undecided, found));
        if (found > 0) {
            return ExitCode.CONTRADICTED;
        }
        if (plays == 0 && programs > 0) {
            throw new SetUpException("nothing could be played: the target offers no scene whole");
        }
        return undecided * 2 > programs ? ExitCode.UNDECIDED : ExitCode.HOLDS;
    }

    private Duration passed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String told(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private void say(String words) {
        words.lines().forEach(line -> out.println(ForeignText.message(line)));
        out.flush();
    }
}
