package meanwhile.suite.prove;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.proof.Figures;
import meanwhile.proof.Plan;
import meanwhile.proof.Proof;
import meanwhile.proof.ProofFile;
import meanwhile.proof.Subject;
import meanwhile.proof.Trial;
import meanwhile.proof.TrialLog;
import org.jspecify.annotations.Nullable;

/** Runs trials one after another, and logs each as soon as it is done. */
public final class TrialSeries {
    private final @Nullable Proof shipped = ProofFile.shipped();
    private final Plan plan;
    private final TrialLog log;
    private final UnprovenPhrases unproven;
    private final HollowSubjects hollow;
    private final MutantSubjects mutants;
    private final @Nullable Long seed;
    private final PrintStream out;

    /**
     * @param seed of the first trial; null for a random one
     * @param out for progress messages
     */
    public TrialSeries(
            Plan plan,
            TrialLog log,
            UnprovenPhrases unproven,
            HollowSubjects hollow,
            MutantSubjects mutants,
            @Nullable Long seed,
            PrintStream out) {
        this.plan = plan;
        this.log = log;
        this.unproven = unproven;
        this.hollow = hollow;
        this.mutants = mutants;
        this.seed = seed;
        this.out = out;
    }

    /**
     * Runs these trials in order.
     *
     * @param made the earlier trials; each new one is added
     * @throws IOException if the log cannot be written
     */
    public void make(List<Subject> open, List<Trial> made) throws IOException {
        if (open.isEmpty()) {
            return;
        }
        long first = seed == null ? new Random().nextInt(1_000_000) : seed;
        long began = System.nanoTime();
        try (TrialRunner trialRunner = TrialRunner.open()) {
            for (int i = 0; i < open.size(); i++) {
                Subject subject = open.get(i);
                Set<String> only = only(subject, made);
                if (subject.kind() == Subject.Kind.PHRASES && only.isEmpty()) {
                    continue;
                }
                Trial trial =
                        subject.kind() == Subject.Kind.MUTANT
                                ? ofMutant(trialRunner, subject, first + i, made)
                                : trialRunner.make(
                                        subject,
                                        first + i,
                                        plan.mayEndEarly(subject, made),
                                        openings(subject, made),
                                        only);
                log.append(trial);
                made.add(trial);
                tell(i + 1, open.size(), subject, trial, (System.nanoTime() - began) / 1e9);
            }
        }
    }

    /**
     * Plays some examples that are likely to notice a mutant, and if they do not, all that reach
     * what it changes.
     */
    private Trial ofMutant(TrialRunner trialRunner, Subject subject, long at, List<Trial> made) {
        boolean early = plan.mayEndEarly(subject, made);
        Set<String> quick = mutants.quick(subject.name(), Plan.openings(subject, made));
        Set<String> all = Set.copyOf(mutants.examples(subject.name()));
        if (quick.isEmpty()) {
            return trialRunner.make(subject, at, early, List.of(), all);
        }
        Trial trial = trialRunner.make(subject, at, early, List.of(), quick);
        return trial.closed() != null || !trial.catches().isEmpty()
                ? trial
                : trial.continuedBy(trialRunner.make(subject, at, early, List.of(), all));
    }

    /**
     * The examples to run first: those that this log recommends, or else the proof that ships with
     * the suite.
     */
    private List<String> openings(Subject subject, List<Trial> made) {
        List<String> learnt = Plan.openings(subject, made);
        if (!learnt.isEmpty() || shipped == null || subject.kind() != Subject.Kind.DEFECT) {
            return learnt;
        }
        return shipped.defects().stream()
                .filter(defect -> defect.name().equals(subject.name()))
                .flatMap(defect -> defect.openings().stream())
                .toList();
    }

    /**
     * The examples whose Then phrases have not yet caught anything alone, or those that use a
     * hollow operation; for subjects of other kinds none, which means all.
     */
    private Set<String> only(Subject subject, List<Trial> made) {
        return switch (subject.kind()) {
            case PHRASES ->
                    unproven.saying(Set.copyOf(Figures.idle(unproven.phrases(), made)), subject);
            case HOLLOW -> hollow.examples(subject);
            default -> Set.of();
        };
    }

    private void tell(int done, int of, Subject subject, Trial trial, double seconds) {
        Set<String> by = new TreeSet<>();
        trial.catches().forEach(one -> by.add(one.clause()));
        String outcome =
                trial.closed() != null
                        ? "does not run: " + trial.closed()
                        : trial.inert()
                                ? "not reached"
                                : trial.hollow() != null
                                        ? String.valueOf(trial.hollow().verdicts())
                                        : by.isEmpty()
                                                ? "not noticed"
                                                : "noticed by " + String.join(", ", by);
        out.printf(
                Locale.ROOT,
                "  [%d/%d, %.0f s] %-10s %s: %s%s (%.1f s)%n",
                done,
                of,
                seconds,
                subject.kind().word(),
                trial.name().isEmpty() ? "nothing planted" : trial.name(),
                outcome,
                trial.undecided().isEmpty() || trial.hollow() != null
                        ? ""
                        : ", undecided " + String.join(", ", trial.undecided()),
                trial.seconds());
    }
}
