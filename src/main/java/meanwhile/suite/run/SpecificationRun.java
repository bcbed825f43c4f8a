package meanwhile.suite.run;

import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.actors.HostLoad;
import meanwhile.actors.RunContext;
import meanwhile.actors.Unprepared;
import meanwhile.check.Evidence;
import meanwhile.language.NotOffered;
import meanwhile.report.data.Report;
import meanwhile.report.data.SpecificationText;
import meanwhile.steps.ExampleScheduler;
import meanwhile.steps.RunServices;
import meanwhile.suite.Main;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.open.SignUpCheck;
import meanwhile.suite.setup.AtExit;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profile;
import org.jspecify.annotations.Nullable;

/** One run from its target to its report. Cucumber plays the examples in between. */
final class SpecificationRun implements AutoCloseable {
    private static final AtomicReference<@Nullable SpecificationRun> CURRENT =
            new AtomicReference<>();

    /** So many examples at once keep two cores busy without keeping calls from meeting. */
    private static final int LANES = Integer.getInteger("meanwhile.lanes", 6);

    private final RunOptions options;
    private final Console console;
    private final @Nullable ReportsFolder folder;
    private final OpenTarget target;
    private final ExampleSelection playbill;
    private final RunFindings findings;
    private final Acceptances acceptances;
    private final ReportPublisher publication;
    private final HistoryWriter chronicle;
    private final HostLoad bystanders;
    private @Nullable RunContext theatre;
    private @Nullable AtExit atExit;
    private @Nullable List<String> left;

    /**
     * One thread ends a run: the one that plays it or, after Ctrl-C, the one that ends the process.
     */
    private final Object ending = new Object();

    private @Nullable Report written;
    private volatile boolean clearing;

    private SpecificationRun(RunOptions options, Console console) {
        this.options = options;
        this.console = console;
        chronicle = new HistoryWriter(options);
        SpecificationText specification = FeatureFiles.specification();
        FeatureFiles features = FeatureFiles.in(options.features());
        features.proofread();
        publication = ReportPublisher.of(options);
        playbill = new ExampleSelection(features.features(), options);
        acceptances =
                options.accepted() == null
                        ? Acceptances.NONE
                        : Acceptances.read(
                                options.accepted(),
                                specification,
                                LocalDate.now(ZoneId.systemDefault()));
        folder = options.experiment() == null ? ReportsFolder.claim(options.reports()) : null;
        try {
            target = OpenTarget.reachable(options.request());
        } catch (RuntimeException absent) {
            release();
            throw absent;
        }
        findings =
                new RunFindings(
                        options, target.profile(), specification, features, playbill, acceptances);
        bystanders = isWatched(options) ? target.bystanders() : HostLoad.unwatched();
    }

    /** Of what was planted it is known that it is at fault, however busy the machine. */
    private static boolean isWatched(RunOptions options) {
        RunOptions.Experiment experiment = options.experiment();
        return experiment == null ? options.defects().isEmpty() : experiment.watched();
    }

    /**
     * Opens a run: reads and proofreads the features, opens the target, and hands both to the
     * steps.
     *
     * @throws SetUpException if the set-up is broken; nothing stays open then
     */
    static SpecificationRun open(RunOptions options, Console console) {
        SpecificationRun session = new SpecificationRun(options, console);
        Profile profile = session.target.profile();
        RunContext theatre =
                new RunContext(
                        session.target.gallery(),
                        profile.doors().size(),
                        profile.promises(),
                        administrator(profile),
                        options.manner(),
                        runName(),
                        options.seed());
        session.theatre = theatre;
        if (options.experiment() == null) {
            session.atExit = AtExit.run(session::interrupted);
        }
        try {
            if (!session.target.isEmbedded()) {
                new SignUpCheck(theatre, profile).requireWelcome();
            }
            session.measure(theatre);
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
        ExampleScheduler programme = session.programme();
        RunServices.open(
                new RunServices(
                        theatre,
                        one -> session.shown(one, programme),
                        session.findings::soFar,
                        console::played,
                        programme,
                        options.experiment() != null,
                        options.experiment() != null && options.experiment().isHasty(),
                        options.features(),
                        session.bystanders));
        CURRENT.set(session);
        return session;
    }

    private ExampleScheduler programme() {
        RunOptions.Experiment experiment = options.experiment();
        List<String> openings = experiment == null ? List.of() : experiment.openings();
        ExampleScheduler programme =
                new ExampleScheduler(
                        lanes(options),
                        playbill.examples(),
                        openings.stream().map(playbill::place).filter(Objects::nonNull).toList());
        if (experiment != null && !experiment.only().isEmpty()) {
            programme.turnAway(playbill.placesBut(experiment.only()));
        }
        return programme;
    }

    /** The run that is open; null if none is. */
    static @Nullable SpecificationRun current() {
        return CURRENT.get();
    }

    /** Where Cucumber's messages go. */
    OutputStream messages() {
        return chronicle.messages();
    }

    RunOptions options() {
        return options;
    }

    /** How many examples will be played. */
    int examples() {
        return playbill.examples().size();
    }

    /** What is played one after another must not meet the calls of other examples either. */
    private static int lanes(RunOptions options) {
        return options.manner() == RunContext.Manner.AT_ONCE ? LANES : 1;
    }

    /** Tells the watcher what is about to be played. */
    void announce() {
        console.begins(options, target, examples());
    }

    /** Everything that the run found out, so far. */
    Report report() {
        return findings.report();
    }

    /**
     * Writes the report and tells the watcher; once, whoever asks.
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
        console.left(takeAway());
        Report report = report();
        acceptances.expired(profileName()).forEach(console::note);
        console.ended(report);
        publication.write(report, chronicle);
        console.written(publication.index());
        contradicted(report).forEach(one -> console.again(publication.history(one)));
        return report;
    }

    private static Stream<Report.Example> contradicted(Report report) {
        return report.clauses().stream()
                .flatMap(clause -> clause.examples().stream())
                .filter(one -> one.evidence() != null && one.evidence().contradicted() > 0);
    }

    private String profileName() {
        return target.profile().name();
    }

    @Override
    public void close() {
        CURRENT.compareAndSet(this, null);
        bystanders.close();
        try {
            if (left == null) {
                console.left(takeAway());
            }
        } finally {
            try {
                target.close();
            } finally {
                release();
            }
        }
        // Last: whoever interrupts the run until here finds somebody who ends it.
        if (atExit != null) {
            atExit.close();
        }
    }

    private void release() {
        if (folder != null) {
            folder.close();
        }
    }

    /** A gallery of our own is thrown away as a whole. */
    private synchronized List<String> takeAway() {
        if (left == null) {
            clearing = true;
            left =
                    target.isEmbedded() || theatre == null
                            ? List.of()
                            : theatre.takeAway(console::swept);
            findings.left(left);
        }
        return left;
    }

    /** After Ctrl-C: the report is written with what there is, and nothing is left behind. */
    private void interrupted() {
        console.interrupted();
        if (clearing && theatre != null) {
            theatre.dropTheRest();
        }
        int code = Main.BROKEN;
        try {
            findings.interrupted();
            code = Main.exitCode(write());
        } catch (SetUpException broken) {
            System.err.println("meanwhile: " + broken.getMessage());
        } finally {
            try {
                target.close();
            } finally {
                // The code of a signal would hide what was found.
                Runtime.getRuntime().halt(code);
            }
        }
    }

    /** Also warms everything up before the first race. */
    private void measure(RunContext theatre) {
        try {
            if (options.experiment() == null) {
                String words = Canary.measure(theatre).words();
                findings.measured(words);
                console.canary(words);
            }
        } catch (NotOffered none) {
            console.canary(String.valueOf(none.getMessage()));
        } catch (Unprepared failed) {
            console.canary("not measured, " + failed.getMessage());
        }
        theatre.noteBaseline();
    }

    private void shown(Evidence one, ExampleScheduler programme) {
        synchronized (findings) {
            if (AtExit.hasBegun()) {
                // The gallery may be closing under it: that would be found, but not its fault.
                return;
            }
            findings.add(one);
            if (options.experiment() == null) {
                chronicle.record(findings.report(List.of(one)), one);
            }
        }
        String title = playbill.title(one.feature(), one.line());
        console.ends(one, title);
        if (one.contradicted() > 0 && options.experiment() != null) {
            programme.turnAway(playbill.needless(options.experiment().ends(), title));
        }
    }

    private static RunContext.@Nullable Administrator administrator(Profile profile) {
        Profile.Credentials credentials = profile.administrator();
        return credentials == null
                ? null
                : new RunContext.Administrator(credentials.login(), credentials.password());
    }

    /** Six letters, so that two runs on one target, even with the same seed, do not meet. */
    private static String runName() {
        return new SecureRandom()
                .ints(6, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
