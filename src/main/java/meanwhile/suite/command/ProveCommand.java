package meanwhile.suite.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.proof.Figures;
import meanwhile.proof.Plan;
import meanwhile.proof.Proof;
import meanwhile.proof.Subject;
import meanwhile.proof.Trial;
import meanwhile.proof.TrialLog;
import meanwhile.reference.defect.HollowServers;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.reference.defect.Window;
import meanwhile.report.Site;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;
import meanwhile.report.data.RunInfo;
import meanwhile.suite.prove.HollowSubjects;
import meanwhile.suite.prove.MutantSubjects;
import meanwhile.suite.prove.PlaceRecording;
import meanwhile.suite.prove.ProofSubjects;
import meanwhile.suite.prove.ReachedPlaces;
import meanwhile.suite.prove.SurvivorReasons;
import meanwhile.suite.prove.TrialRunner;
import meanwhile.suite.prove.TrialSeries;
import meanwhile.suite.prove.UnprovenPhrases;
import meanwhile.suite.run.FeatureFiles;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profile;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows which defects the suite catches. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description =
                "Plants defects, and decoys that keep every promise, in the embedded gallery and"
                        + " shows which clauses are contradicted. Results are kept in the reports"
                        + " folder, so an interrupted command resumes where it stopped.")
public final class ProveCommand implements Callable<Integer> {
    @Mixin private final SelectionOptions selection = new SelectionOptions();

    private static final Pattern SHARD = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

    @Option(
            names = "--runs",
            defaultValue = "1",
            description =
                    "trials per defect, decoy or mutant, including those in the log (default: 1)")
    private int runs = 1;

    @Option(names = "--defect", arity = "1..*", description = "only these defects")
    private List<String> names = List.of();

    @Option(
            names = "--kinds",
            arity = "1..*",
            description =
                    "kinds of trials, any of: defects, sequential, decoys, mutants, sound, loaded,"
                            + " phrases, hollow (default: the first three)")
    private List<String> kinds = List.of("defects", "sequential", "decoys");

    @Option(
            names = "--shard",
            defaultValue = "1/1",
            description = "only this share of the work, e.g. 2/3")
    private String shard = "1/1";

    @Option(
            names = "--window",
            description =
                    "width of the race windows in microseconds, for defects that have one"
                            + " (default: each defect's own)")
    private @Nullable Integer window;

    @Option(
            names = "--record",
            paramLabel = "FOLDER",
            description =
                    "instead of trials: play each example alone, and write to this folder of"
                            + " resources which statements and places of the gallery it reaches,"
                            + " of which mutants are made")
    private @Nullable Path record;

    private final PrintStream out = System.out;
    private final List<FeatureText> features = FeatureFiles.in(null).features();
    private final UnprovenPhrases unproven = new UnprovenPhrases(features);
    private final HollowSubjects hollow = new HollowSubjects(features);

    @Override
    public Integer call() {
        // Planted defects make the gallery log errors, which are expected here.
        System.setProperty("org.slf4j.simpleLogger.log.meanwhile.reference", "off");
        Plan plan = plan();
        TrialLog log = new TrialLog(selection.reports.resolve("proof-log.ndjson"));
        try {
            if (record != null) {
                PlaceRecording.write(features, record, out);
                return 0;
            }
            List<Trial> made = new ArrayList<>(log.read());
            MutantSubjects mutants = mutants(made);
            List<Subject> subjects = new ArrayList<>(ProofSubjects.all());
            subjects.addAll(hollow.subjects(selection.seed, names, made));
            subjects.addAll(mutants.all());
            List<Subject> open = plan.open(subjects, made);
            if (plan.chosen(subjects).isEmpty()) {
                throw new SetUpException("nothing matches the options; there is nothing to prove");
            }
            out.printf("Meanwhile: %d trials to run, %d already done%n", open.size(), made.size());
            new TrialSeries(plan, log, unproven, hollow, mutants, selection.seed, out)
                    .make(open, made);
            Proof proof =
                    new Figures(subjects, made, unproven.phrases(), SurvivorReasons.reasons())
                            .proof();
            write(proof);
            summarise(proof, plan.chosen(subjects), made);
            return failed(made, plan.chosen(subjects)) ? 1 : 0;
        } catch (IOException broken) {
            throw new SetUpException("--reports: " + broken.getMessage());
        }
    }

    /** The mutants, if they are asked for or were tried before. */
    private MutantSubjects mutants(List<Trial> made) {
        if (!kinds.contains(Subject.Kind.MUTANT.word())
                && made.stream().noneMatch(trial -> trial.kind() == Subject.Kind.MUTANT)) {
            return new MutantSubjects(List.of(), ReachedPlaces.shipped());
        }
        try (TrialRunner trialRunner = TrialRunner.open()) {
            return new MutantSubjects(trialRunner.mutants(), ReachedPlaces.shipped());
        }
    }

    private void write(Proof proof) throws IOException {
        Files.createDirectories(selection.reports);
        JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(
                selection.reports.resolve("proof.json"), json.writeValueAsString(proof) + "\n");
        Profile profile = new Profiles().find(Profiles.REFERENCE);
        RunInfo facts =
                new RunInfo(
                        profile.name(),
                        profile.title(),
                        List.of(),
                        0,
                        Instant.now(),
                        0,
                        profile.promises(),
                        null);
        Report nothingPlayed =
                ReportCompiler.compile(facts, FeatureFiles.specification(), features, List.of());
        new Site().writePower(nothingPlayed, proof, selection.reports);
    }

    private void summarise(Proof proof, List<Subject> chosen, List<Trial> made) {
        int catches = proof.defects().stream().mapToInt(Proof.Defect::catches).sum();
        int tried = proof.defects().stream().mapToInt(Proof.Defect::runs).sum();
        int alarms = proof.decoys().stream().mapToInt(Proof.Decoy::alarms).sum();
        int decoys = proof.decoys().stream().mapToInt(Proof.Decoy::runs).sum();
        Proof.Mutation mutation = proof.mutation();
        out.printf(
                Locale.ROOT,
                """

                Defects: caught in %d of %d runs of %d defects
                Decoys: %d alarms in %d runs; sound: %d alarms in %d rules
                Mutants: %s
                Missed at least once: %s
                %d trials in all, %d subjects asked for; see %s
                """,
                catches,
                tried,
                proof.defects().size(),
                alarms,
                decoys,
                proof.soundRuns().alarms(),
                proof.soundRuns().ruleRuns(),
                mutation == null ? "none" : mutants(mutation),
                proof.notCaught().isEmpty() ? "none" : String.join(", ", proof.notCaught()),
                made.size(),
                chosen.size(),
                selection.reports.resolve("proof.json"));
    }

    private static String mutants(Proof.Mutation mutation) {
        return "%d of %d noticed; %d enumerated, %d played, %d do not run, %d not reached, %d without effect"
                .formatted(
                        mutation.noticedByRun(),
                        mutation.noticeable(),
                        mutation.enumerated(),
                        mutation.played(),
                        mutation.doNotRun(),
                        mutation.notReached(),
                        mutation.equivalent());
    }

    /**
     * Whether a defect was missed, or an alarm was raised at a decoy or the sound gallery, now or
     * before.
     */
    private boolean failed(List<Trial> made, List<Subject> chosen) {
        return made.stream()
                .filter(trial -> Objects.equals(trial.windowMicros(), window))
                .filter(trial -> chosen.stream().anyMatch(trial::isOn))
                .anyMatch(trial -> trial.fails(chosen));
    }

    private Plan plan() {
        Matcher share = SHARD.matcher(shard);
        if (!share.matches()
                || Integer.parseInt(share.group(1)) < 1
                || Integer.parseInt(share.group(1)) > Integer.parseInt(share.group(2))) {
            throw new SetUpException("--shard: “%s” is not K/N, e.g. 2/3".formatted(shard));
        }
        if (runs < 1) {
            throw new SetUpException("--runs must be at least 1, but is " + runs);
        }
        Set<Subject.Kind> wanted = EnumSet.noneOf(Subject.Kind.class);
        try {
            kinds.forEach(kind -> wanted.add(Subject.Kind.of(kind)));
        } catch (IllegalArgumentException unknown) {
            throw new SetUpException("--kinds: " + unknown.getMessage());
        }
        for (String name : names) {
            requireKnown(name, wanted);
        }
        Plan plan =
                new Plan(
                        runs,
                        wanted,
                        names,
                        selection.clauses,
                        Integer.parseInt(share.group(1)),
                        Integer.parseInt(share.group(2)),
                        null);
        return window == null ? plan : ofWidth(plan, window);
    }

    private Plan ofWidth(Plan plan, int micros) {
        if (micros < 1) {
            throw new SetUpException("--window must be at least 1, but is " + micros);
        }
        System.setProperty(Window.WIDTH, String.valueOf(micros));
        List<String> raced =
                ProofSubjects.withWindows().stream()
                        .filter(name -> plan.names().isEmpty() || plan.names().contains(name))
                        .toList();
        if (raced.isEmpty()) {
            // An empty list of names would mean all of them.
            throw new SetUpException(
                    "--window: none of %s has a window that can be set"
                            .formatted(String.join(", ", plan.names())));
        }
        return new Plan(
                plan.runs(),
                Set.of(Subject.Kind.DEFECT),
                raced,
                plan.clauses(),
                plan.shard(),
                plan.shards(),
                micros);
    }

    private static void requireKnown(String name, Set<Subject.Kind> wanted) {
        boolean known =
                ProofSubjects.all().stream().anyMatch(subject -> subject.name().equals(name));
        if (!known && !wanted.contains(Subject.Kind.MUTANT)) {
            try {
                if (HollowServers.areMeant(name)) {
                    HollowServers.named(name);
                    return;
                }
                PlantedDefects.named(name);
            } catch (IllegalArgumentException unknown) {
                throw new SetUpException("--defect: " + unknown.getMessage());
            }
        }
    }
}
