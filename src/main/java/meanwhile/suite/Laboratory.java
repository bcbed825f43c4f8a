package meanwhile.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import meanwhile.actors.Theatre;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.proof.Subject;
import meanwhile.proof.Trial;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.ReferenceGallery;
import meanwhile.reference.database.EmbeddedDatabase;
import meanwhile.reference.defect.Mutant;
import meanwhile.reference.defect.Mutants;
import meanwhile.report.Report;
import meanwhile.steps.Thens;

/** Makes trials: each with a gallery of its own, all on one database server. */
final class Laboratory implements AutoCloseable {
    /** Clauses about the whole run need something to have happened in it. */
    private static final List<String> TRAFFIC = List.of("U7.1", "R5.1", "L2.2", "L2.3");

    private static final Console SILENT =
            new Console(
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    false);

    private final EmbeddedDatabase server;
    private final Thens thens = new Thens();
    private final AtExit atExit;

    private Laboratory(EmbeddedDatabase server) {
        this.server = server;
        atExit = AtExit.run(this::stop);
    }

    /**
     * Opens a laboratory.
     *
     * @throws SetUpException if its database does not start
     */
    static Laboratory open() {
        try {
            return new Laboratory(EmbeddedDatabase.start());
        } catch (IOException failed) {
            throw new SetUpException("the embedded PostgreSQL does not start: " + failed);
        }
    }

    /** Makes one trial. */
    Trial make(Subject subject, long seed) {
        Instant began = Instant.now();
        long start = System.nanoTime();
        String database = server.create();
        try {
            Report report = Player.play(options(subject, seed, database), SILENT);
            if (AtExit.hasBegun()) {
                throw new SetUpException("interrupted; the trial at hand does not count");
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return trial(subject, seed, began, Math.round(seconds * 10) / 10.0, report);
        } finally {
            if (!AtExit.hasBegun()) {
                server.drop(database);
            }
        }
    }

    /** The mechanical mutants of a sound gallery. */
    List<Mutant> mutants() {
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
            throw new SetUpException("the embedded PostgreSQL does not stop: " + left);
        }
    }

    private RunOptions options(Subject subject, long seed, String database) {
        List<String> planted = subject.name().isEmpty() ? List.of() : List.of(subject.name());
        return RunOptions.experiment(
                played(subject.clauses()),
                seed,
                planted,
                subject.kind() == Subject.Kind.SEQUENTIAL
                        ? Theatre.Manner.ONE_AFTER_ANOTHER
                        : Theatre.Manner.AT_ONCE,
                database);
    }

    private static List<String> played(List<String> clauses) {
        List<String> played = new ArrayList<>(clauses);
        if (!clauses.isEmpty() && clauses.stream().allMatch(clause -> clause.startsWith("X"))) {
            played.addAll(TRAFFIC);
        }
        return played;
    }

    private Trial trial(Subject subject, long seed, Instant began, double seconds, Report report) {
        List<String> judged = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        List<Trial.Catch> catches = new ArrayList<>();
        for (Report.Clause clause : report.clauses()) {
            switch (clause.standing()) {
                case HOLDS, CONTRADICTED -> judged.add(clause.id());
                case UNDECIDED -> {
                    judged.add(clause.id());
                    undecided.add(clause.id());
                }
                case NOT_OFFERED, NOT_SPECIFIED -> {}
            }
            for (Report.Example example : clause.examples()) {
                Evidence evidence = example.evidence();
                if (evidence != null && example.standing() == Report.Standing.CONTRADICTED) {
                    catches.add(caught(clause, example, evidence));
                }
            }
        }
        return new Trial(
                subject.kind(),
                subject.name(),
                seed,
                began.truncatedTo(ChronoUnit.SECONDS).toString(),
                seconds,
                judged,
                undecided,
                catches);
    }

    private Trial.Catch caught(Report.Clause clause, Report.Example example, Evidence evidence) {
        return new Trial.Catch(
                clause.id(),
                example.text().name(),
                Math.round(evidence.took().toMillis() / 100.0) / 10.0,
                evidence.findings().stream()
                        .filter(Laboratory::contradicts)
                        .map(finding -> thens.of(finding.question()))
                        .distinct()
                        .toList());
    }

    private static boolean contradicts(Evidence.Finding finding) {
        return finding.verdicts().stream().anyMatch(Verdict.Contradicted.class::isInstance);
    }
}
