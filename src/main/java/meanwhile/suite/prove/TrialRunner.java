package meanwhile.suite.prove;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import meanwhile.actors.RunContext;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Domain;
import meanwhile.proof.Subject;
import meanwhile.proof.Trial;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.ReferenceGallery;
import meanwhile.reference.database.EmbeddedDatabase;
import meanwhile.reference.defect.Mutant;
import meanwhile.reference.defect.Mutants;
import meanwhile.reference.defect.Splits;
import meanwhile.reference.defect.Window;
import meanwhile.report.data.Report;
import meanwhile.steps.ThenPhrases;
import meanwhile.suite.run.Console;
import meanwhile.suite.run.Player;
import meanwhile.suite.run.RunOptions;
import meanwhile.suite.setup.AtExit;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;

/** Runs trials: each with its own gallery, all on one database server. */
public final class TrialRunner implements AutoCloseable {
    /** Clauses about the whole run need traffic to review. */
    private static final List<String> TRAFFIC = List.of("U7.1", "R5.1", "L2.2", "L2.3");

    private static final List<Trial.Catch> CLOSED =
            List.of(new Trial.Catch("start", "The gallery opens", 0, List.of(), null));

    private static final Console SILENT =
            Console.log(
                    new PrintStream(
                            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    private final EmbeddedDatabase server;
    private final ThenPhrases thens = new ThenPhrases(Domain.NONE);
    private final String program;
    private final AtExit atExit;

    private TrialRunner(EmbeddedDatabase server, String program) {
        this.server = server;
        this.program = program;
        atExit = AtExit.run(this::stop);
    }

    /**
     * Starts the database server.
     *
     * @throws SetUpException if the database cannot be started
     */
    public static TrialRunner open() {
        String program = ProgramDigest.running();
        try {
            return new TrialRunner(EmbeddedDatabase.start(), program);
        } catch (IOException failed) {
            throw new SetUpException("the embedded PostgreSQL cannot be started: " + failed);
        }
    }

    /**
     * Runs one trial.
     *
     * @param early whether it may end at the first contradiction
     * @param openings clauses and names of the examples to run first
     * @param only clauses and names of the examples to run; empty for all
     */
    public Trial make(
            Subject subject, long seed, boolean early, List<String> openings, Set<String> only) {
        Instant began = Instant.now();
        long start = System.nanoTime();
        long parted = Splits.parted();
        Report report = report(subject, seed, early, openings, only);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Trial(
                subject.kind(),
                subject.name(),
                seed,
                program,
                began.truncatedTo(ChronoUnit.SECONDS).toString(),
                Math.round(seconds * 10) / 10.0,
                !early,
                Integer.getInteger(Window.WIDTH),
                Splits.are(subject.name()) && Splits.parted() == parted,
                report == null ? List.of() : clauses(report, standing -> true),
                report == null ? List.of() : clauses(report, Report.Standing.UNDECIDED::equals),
                report == null ? CLOSED : catches(report, subject.kind().isSound()),
                report == null || subject.kind() != Subject.Kind.HOLLOW
                        ? null
                        : HollowFindings.of(report));
    }

    /** The report of a trial; null if a mutant's gallery does not open, which no run would miss. */
    private @Nullable Report report(
            Subject subject, long seed, boolean early, List<String> openings, Set<String> only) {
        String database = server.create();
        try {
            RunOptions.Experiment experiment =
                    new RunOptions.Experiment(
                            database,
                            end(subject, early),
                            subject.kind() == Subject.Kind.HOLLOW,
                            isWatched(subject),
                            openings,
                            only);
            Report report = play(subject, options(subject, seed, experiment));
            if (AtExit.hasBegun()) {
                throw new SetUpException("interrupted; the trial at hand does not count");
            }
            return report;
        } catch (SetUpException.DoesNotOpen closed) {
            if (subject.kind() == Subject.Kind.MUTANT && !AtExit.hasBegun()) {
                return null;
            }
            throw closed;
        } finally {
            if (!AtExit.hasBegun()) {
                server.drop(database);
            }
        }
    }

    private static RunOptions.End end(Subject subject, boolean early) {
        if (early && !onlyLooksBack(subject.clauses())) {
            return RunOptions.End.FIRST;
        }
        return switch (subject.kind()) {
            case DEFECT -> RunOptions.End.CLAUSE_BY_CLAUSE;
            case PHRASES -> RunOptions.End.EXAMPLE_BY_EXAMPLE;
            case SEQUENTIAL, DECOY, MUTANT, SOUND, LOADED, HOLLOW -> RunOptions.End.LAST;
        };
    }

    /** A planted defect is at fault however busy the machine is. */
    private static boolean isWatched(Subject subject) {
        return switch (subject.kind()) {
            case DEFECT, PHRASES, HOLLOW -> false;
            case SEQUENTIAL, DECOY, MUTANT, SOUND, LOADED -> true;
        };
    }

    private static Report play(Subject subject, RunOptions options) {
        if (subject.kind() == Subject.Kind.LOADED) {
            try (BusyProcessors _ = BusyProcessors.start()) {
                return Player.play(options, SILENT);
            }
        }
        return Player.play(options, SILENT);
    }

    /** The mechanical mutants of the sound gallery. */
    public List<Mutant> mutants() {
        AtomicReference<List<Mutant>> found = new AtomicReference<>(List.of());
        String database = server.create();
        GalleryOptions options = GalleryOptions.defaults().withNodes(1).withJdbcUrl(database);
        ReferenceGallery.start(
                        options,
                        parts -> {
                            found.set(Mutants.of(parts));
                            return parts;
                        })
                .close();
        server.drop(database);
        return found.get();
    }

    @Override
    public void close() {
        stop();
        atExit.close();
    }

    private synchronized void stop() {
        try {
            server.close();
        } catch (IOException left) {
            throw new SetUpException("the embedded PostgreSQL cannot be stopped: " + left);
        }
    }

    private static RunOptions options(
            Subject subject, long seed, RunOptions.Experiment experiment) {
        List<String> planted = subject.name().isEmpty() ? List.of() : List.of(subject.name());
        return RunOptions.experiment(
                played(subject.clauses()),
                seed,
                planted,
                subject.kind() == Subject.Kind.SEQUENTIAL
                        ? RunContext.Manner.ONE_AFTER_ANOTHER
                        : RunContext.Manner.AT_ONCE,
                experiment);
    }

    private static List<String> played(List<String> clauses) {
        List<String> played = new ArrayList<>(clauses);
        if (onlyLooksBack(clauses)) {
            played.addAll(TRAFFIC);
        }
        return played;
    }

    /**
     * Whether only clauses about the whole run are tried; then contradictions on the way must not
     * end the trial.
     */
    private static boolean onlyLooksBack(List<String> clauses) {
        return !clauses.isEmpty() && clauses.stream().allMatch(clause -> clause.startsWith("X"));
    }

    /** The clauses that were executed and have such a standing. */
    private static List<String> clauses(Report report, Predicate<Report.Standing> standing) {
        return report.clauses().stream()
                .filter(
                        clause ->
                                switch (clause.standing()) {
                                    case HOLDS, CONTRADICTED, UNDECIDED -> true;
                                    case NOT_OFFERED, NOT_SPECIFIED, NOT_PLAYED -> false;
                                })
                .filter(clause -> standing.test(clause.standing()))
                .map(Report.Clause::id)
                .toList();
    }

    private List<Trial.Catch> catches(Report report, boolean explained) {
        List<Trial.Catch> catches = new ArrayList<>();
        for (Report.Clause clause : report.clauses()) {
            for (Report.Example example : clause.shown()) {
                Evidence evidence = example.evidence();
                if (evidence != null && example.standing() == Report.Standing.CONTRADICTED) {
                    catches.add(caught(clause, example, evidence, explained));
                }
            }
        }
        return catches;
    }

    private Trial.Catch caught(
            Report.Clause clause, Report.Example example, Evidence evidence, boolean explained) {
        return new Trial.Catch(
                clause.id(),
                example.text().name(),
                Math.round(evidence.took().toMillis() / 100.0) / 10.0,
                clause.found().contains(example) ? List.of() : phrases(evidence),
                explained ? why(evidence) : null);
    }

    /** The Then phrases that were contradicted; a law is none. */
    private List<String> phrases(Evidence evidence) {
        return evidence.findings().stream()
                .filter(TrialRunner::contradicts)
                .map(finding -> thens.of(finding.question()))
                .distinct()
                .toList();
    }

    /** The first counterexample and its calls, with their times in milliseconds. */
    private static @Nullable String why(Evidence evidence) {
        return evidence.findings().stream()
                .flatMap(finding -> finding.verdicts().stream())
                .filter(Verdict.Contradicted.class::isInstance)
                .map(verdict -> why(((Verdict.Contradicted) verdict).why()))
                .findFirst()
                .orElse(null);
    }

    private static String why(CounterExample against) {
        return "%s. %s".formatted(against.expected(), against.conclusion())
                + against.calls().stream().map(TrialRunner::told).collect(Collectors.joining());
    }

    private static String told(Call call) {
        return ". %s: %s from %d to %d"
                .formatted(
                        call.actor(),
                        call.operation().key(),
                        call.times().begun() / 1_000_000,
                        call.times().ended() / 1_000_000);
    }

    private static boolean contradicts(Evidence.Finding finding) {
        return finding.verdicts().stream().anyMatch(Verdict.Contradicted.class::isInstance);
    }
}
