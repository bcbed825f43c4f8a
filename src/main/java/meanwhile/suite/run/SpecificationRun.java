package meanwhile.suite.run;

import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.actors.AdministratorLogin;
import meanwhile.actors.Baseline;
import meanwhile.actors.CastPool;
import meanwhile.actors.HostLoad;
import meanwhile.actors.RunContext;
import meanwhile.actors.Unprepared;
import meanwhile.language.NotOffered;
import meanwhile.report.data.Report;
import meanwhile.steps.ExampleBound;
import meanwhile.steps.ExampleScheduler;
import meanwhile.steps.RunServices;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.open.SignUpCheck;
import meanwhile.suite.setup.AtExit;
import meanwhile.suite.setup.ExitCode;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profile;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;

/**
 * One run from opening the target to writing the report. Cucumber executes the examples in between.
 */
final class SpecificationRun implements AutoCloseable {
    private static final AtomicReference<@Nullable SpecificationRun> CURRENT =
            new AtomicReference<>();

    /** An example that takes longer is shown. */
    private static final Duration NOTICE = Duration.ofSeconds(15);

    private final RunOptions options;
    private final Console console;
    private final RunInputs inputs;
    private final HistoryWriter histories;
    private final @Nullable ReportsFolder folder;
    private final OpenTarget target;
    private final RunFindings findings;
    private final HostLoad hostLoad;
    private final RunContext context;
    private final CastPool crowds = new CastPool();
    private final TargetCleanup cleanup;
    private @Nullable RunServices services;
    private @Nullable AtExit atExit;

    /**
     * Only one thread ends a run: the one that executes it or, after Ctrl-C, the one that ends the
     * process.
     */
    private final Object ending = new Object();

    private @Nullable Report written;

    private SpecificationRun(RunOptions options, List<Class<?>> own, Console console) {
        this.options = options;
        this.console = console;
        histories = new HistoryWriter(options);
        inputs = RunInputs.read(options, own, console);
        folder = options.experiment() == null ? ReportsFolder.claim(options.reports()) : null;
        console.stage(
                options.target().equals(Profiles.REFERENCE)
                        ? "starting the embedded gallery and its database"
                        : "connecting to " + options.target());
        try {
            target = OpenTarget.reachable(options.request());
        } catch (RuntimeException absent) {
            release();
            throw absent;
        }
        Profile profile = target.profile();
        findings = new RunFindings(options, profile, inputs);
        hostLoad = options.excusesHostLoad() ? target.hostLoad() : HostLoad.unwatched();
        context =
                new RunContext(
                        target.gallery(),
                        profile.doors().size(),
                        options.judgedAgainst(profile.promises()),
                        administrator(profile),
                        options.manner(),
                        runName(),
                        options.seed());
        cleanup = new TargetCleanup(target, context, console, findings);
    }

    /**
     * Opens a run: reads and checks the features, opens the target, and provides both to the steps.
     *
     * @param own a team's own classes with step definitions
     * @throws SetUpException if the set-up is broken; everything is closed then
     */
    static SpecificationRun open(RunOptions options, List<Class<?>> own, Console console) {
        SpecificationRun run = new SpecificationRun(options, own, console);
        if (options.experiment() == null) {
            run.atExit = AtExit.run(run::interrupted);
        }
        try {
            console.stage("warming up");
            if (!run.target.isEmbedded()) {
                new SignUpCheck(run.context, run.crowds, run.target.profile()).requireWelcome();
            }
            run.measureCanary();
            run.services = run.prepared(Baseline.measure(run.context));
        } catch (RuntimeException failed) {
            run.close();
            throw failed;
        }
        CURRENT.set(run);
        return run;
    }

    private RunServices prepared(Baseline baseline) {
        ExampleScheduler scheduler = inputs.scheduler(options);
        EvidenceCollector collector =
                new EvidenceCollector(
                        options, inputs.selection(), scheduler, findings, histories, console);
        return new RunServices(
                context,
                crowds,
                baseline,
                collector::collect,
                findings::soFar,
                console::played,
                scheduler,
                options.experiment() != null && options.experiment().isHasty(),
                options.effort(),
                options.mostRounds(),
                options.features(),
                inputs.wording(),
                inputs.contract(),
                hostLoad,
                new ExampleBound(
                        options.atMost(),
                        NOTICE,
                        (place, taken, limit) ->
                                console.takesLong(inputs.selection().title(place), taken, limit)));
    }

    /** The open run; null if there is none. */
    static @Nullable SpecificationRun current() {
        return CURRENT.get();
    }

    /** The services for the steps. */
    RunServices services() {
        return Objects.requireNonNull(services, "the run is being opened");
    }

    /** The stream for Cucumber's messages. */
    OutputStream messages() {
        return histories.messages();
    }

    /** The number of threads on which the examples run or wait. */
    int threads() {
        return services().scheduler().threads();
    }

    /** The examples that will run. */
    ExampleSelection selection() {
        return inputs.selection();
    }

    /** Prints what is about to run. */
    void announce() {
        console.begins(options, target, inputs.selection().examples().size());
        // A custom driver tells by itself what it does not offer.
        if (options.experiment() == null && target.profile().extension() == null) {
            UnofferedExamples unoffered = inputs.unoffered(Offer.of(target.profile()));
            if (unoffered.unoffered() > 0) {
                console.note("  " + unoffered.sentence());
            }
        }
    }

    /** The report of all findings so far. */
    Report report() {
        return findings.report();
    }

    /**
     * Writes and prints the report, on the first call only.
     *
     * @throws SetUpException if it cannot be written
     */
    Report write() {
        synchronized (ending) {
            Report report = written == null ? conclude() : written;
            written = report;
            return report;
        }
    }

    private Report conclude() {
        cleanup.once();
        Report report = findings.concluded();
        inputs.acceptances().expired(target.profile().name()).forEach(console::note);
        console.ended(report);
        inputs.publisher().write(report, histories);
        console.written(inputs.publisher().index());
        contradicted(report)
                .map(one -> inputs.repetition(options, one))
                .distinct()
                .forEach(console::again);
        return report;
    }

    private static Stream<Report.Example> contradicted(Report report) {
        return report.promises().stream()
                .flatMap(clause -> clause.shown().stream())
                .filter(one -> one.evidence() != null && one.evidence().contradicted() > 0);
    }

    @Override
    public void close() {
        CURRENT.compareAndSet(this, null);
        hostLoad.close();
        try {
            cleanup.once();
        } finally {
            try {
                target.close();
            } finally {
                release();
            }
        }
        // Last, so that an interruption until here is still handled.
        if (atExit != null) {
            atExit.close();
        }
    }

    private void release() {
        if (folder != null) {
            folder.close();
        }
    }

    /** After Ctrl-C: writes a partial report and cleans up. */
    private void interrupted() {
        console.interrupted();
        cleanup.leaveTheRest();
        int code = ExitCode.BROKEN;
        try {
            findings.interrupted();
            code = ExitCode.of(write());
        } catch (SetUpException broken) {
            broken.faults().forEach(console::note);
        } finally {
            try {
                target.close();
            } finally {
                // The exit code of a signal would hide the verdict.
                Runtime.getRuntime().halt(code);
            }
        }
    }

    /** Measures the canary, which also warms everything up before the first race. */
    private void measureCanary() {
        try {
            if (options.experiment() == null) {
                String words = Canary.measure(context, crowds).words();
                findings.measured(words);
                console.canary(words);
            }
        } catch (NotOffered none) {
            if (inputs.wording().domain().isEmpty()) { // of a shop nobody expects a canary
                console.canary(String.valueOf(none.getMessage()));
            }
        } catch (Unprepared failed) {
            console.canary("not measured, " + failed.getMessage());
        }
    }

    private static AdministratorLogin.@Nullable Credentials administrator(Profile profile) {
        Profile.Credentials credentials = profile.administrator();
        return credentials == null
                ? null
                : new AdministratorLogin.Credentials(credentials.login(), credentials.password());
    }

    /**
     * Six random letters, so that two runs on one target do not conflict, even with the same seed.
     */
    private static String runName() {
        return new SecureRandom()
                .ints(6, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
