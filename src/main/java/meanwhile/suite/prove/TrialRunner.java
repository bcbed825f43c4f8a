package meanwhile.suite.prove;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import meanwhile.actors.RunContext;
import meanwhile.proof.Subject;
import meanwhile.proof.Trial;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.ReferenceGallery;
import meanwhile.reference.database.EmbeddedDatabase;
import meanwhile.reference.defect.Window;
import meanwhile.reference.mutation.Mutant;
import meanwhile.reference.mutation.Mutants;
import meanwhile.reference.mutation.MutatedGallery;
import meanwhile.reference.mutation.ReachedSites;
import meanwhile.report.data.Report;
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

    private static final Console SILENT =
            Console.log(
                    new PrintStream(
                            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    private final EmbeddedDatabase server;
    private final TrialCatches catches = new TrialCatches();
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
        ReachedSites.taken();
        Played played =
                played(
                        subject,
                        seed,
                        end(subject, early),
                        subject.kind() == Subject.Kind.HOLLOW,
                        openings,
                        only);
        Report report = played.report();
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
                isInert(subject, report),
                report == null ? List.of() : clauses(report, standing -> true),
                report == null ? List.of() : clauses(report, Report.Standing.UNDECIDED::equals),
                report == null ? List.of() : catches.in(report, subject.kind().isSound()),
                report == null || subject.kind() != Subject.Kind.HOLLOW
                        ? null
                        : HollowFindings.of(report),
                played.closed());
    }

    /** Whether the changed place of a mutant that ran was never reached. */
    private static boolean isInert(Subject subject, @Nullable Report report) {
        return subject.kind() == Subject.Kind.MUTANT
                && report != null
                && Mutants.tells(subject.name())
                && ReachedSites.taken().isEmpty();
    }

    /**
     * Plays one example on a sound gallery that tells which of its places it reaches.
     *
     * @param title clause and name of the example
     * @return the places and statements that were reached
     */
    Set<String> reached(String title) {
        ReachedSites.taken();
        Subject recording =
                new Subject(
                        Subject.Kind.MUTANT,
                        MutatedGallery.RECORDING,
                        List.of(title.split(" ", 2)[0]),
                        "");
        played(recording, 1, RunOptions.End.LAST, true, List.of(), Set.of(title));
        return ReachedSites.taken();
    }

    /**
     * What was played.
     *
     * @param report null if a mutant's gallery does not open
     * @param closed why it does not
     */
    private record Played(@Nullable Report report, @Nullable String closed) {}

    private Played played(
            Subject subject,
            long seed,
            RunOptions.End end,
            boolean brief,
            List<String> openings,
            Set<String> only) {
        String database = server.create();
        try {
            RunOptions.Experiment experiment =
                    new RunOptions.Experiment(
                            database,
                            end,
                            brief,
                            isWatched(subject),
                            openings,
                            only,
                            atMost(subject, brief));
            Report report = play(subject, options(subject, seed, experiment));
            if (AtExit.hasBegun()) {
                throw new SetUpException("interrupted; the trial at hand does not count");
            }
            return new Played(report, null);
        } catch (SetUpException.DoesNotOpen closed) {
            if (subject.kind() == Subject.Kind.MUTANT && !AtExit.hasBegun()) {
                return new Played(null, closed.getMessage());
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

    /** A gallery that hangs would take all day, and there are hundreds of mutants. */
    private static Duration atMost(Subject subject, boolean brief) {
        if (brief) {
            return Duration.ofSeconds(12);
        }
        return subject.kind() == Subject.Kind.MUTANT ? Duration.ofMinutes(1) : RunOptions.LONG;
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
                            found.set(Mutants.of(parts.jdbi()));
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
}
