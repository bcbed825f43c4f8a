package meanwhile.suite;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import meanwhile.actors.Theatre;
import meanwhile.actors.Unprepared;
import meanwhile.check.Evidence;
import meanwhile.check.Meaning;
import meanwhile.history.HistoryFile;
import meanwhile.language.NotOffered;
import meanwhile.report.Compiler;
import meanwhile.report.Edition;
import meanwhile.report.Facts;
import meanwhile.report.FeatureText;
import meanwhile.report.Report;
import meanwhile.report.Site;
import meanwhile.report.SpecificationText;
import meanwhile.report.past.Past;
import meanwhile.report.past.PastFile;
import meanwhile.report.proof.ProofFile;
import meanwhile.steps.Programme;
import meanwhile.steps.Run;
import meanwhile.target.Profile;
import org.jspecify.annotations.Nullable;

/** One run from its target to its report. Cucumber plays the examples in between. */
final class Session implements AutoCloseable {
    private static final AtomicReference<@Nullable Session> CURRENT = new AtomicReference<>();

    /** So many examples at once keep two cores busy without keeping calls from meeting. */
    private static final int LANES = Integer.getInteger("meanwhile.lanes", 4);

    private final RunOptions options;
    private final FeatureFiles features;
    private final SpecificationText specification;
    private final Console console;
    private final OpenTarget target;
    private final Instant started = Instant.now();
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<String, String> names;
    private final Acceptances acceptances;
    private final Past past;
    private @Nullable Canary canary;
    private @Nullable Theatre theatre;
    private @Nullable AtExit atExit;
    private @Nullable List<String> left;

    private Session(RunOptions options, Console console) {
        this.options = options;
        this.console = console;
        specification = FeatureFiles.specification();
        features = FeatureFiles.in(options.features());
        features.proofread();
        past = past(options.reports());
        names =
                features.features().stream()
                        .flatMap(
                                feature ->
                                        feature.examples().stream().map(one -> named(feature, one)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        acceptances =
                options.accepted() == null
                        ? Acceptances.NONE
                        : Acceptances.read(
                                options.accepted(),
                                specification,
                                LocalDate.now(ZoneId.systemDefault()));
        target = OpenTarget.open(options);
    }

    /**
     * Opens a run: reads and proofreads the features, opens the target, and hands both to the
     * steps.
     *
     * @throws SetUpException if the set-up is broken; nothing stays open then
     */
    static Session open(RunOptions options, Console console) {
        Session session = new Session(options, console);
        Profile profile = session.target.profile();
        Theatre theatre =
                new Theatre(
                        session.target.gallery(),
                        profile.doors().size(),
                        profile.promises(),
                        administrator(profile),
                        options.manner(),
                        runName(),
                        options.seed());
        session.theatre = theatre;
        if (!session.target.isEmbedded()) {
            session.atExit = AtExit.run(session::interrupted);
        }
        try {
            if (!session.target.isEmbedded()) {
                new Newcomer(theatre, profile).requireWelcome();
            }
            session.measure(theatre);
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
        Programme programme = new Programme(lanes(options), session.announced(options));
        Run.open(
                new Run(
                        theatre,
                        session::shown,
                        session::soFar,
                        console::played,
                        programme,
                        options.experiment() != null,
                        options.features()));
        CURRENT.set(session);
        return session;
    }

    /** The run that is open; null if none is. */
    static @Nullable Session current() {
        return CURRENT.get();
    }

    RunOptions options() {
        return options;
    }

    /** How many examples will be played. */
    int examples() {
        return announced(options).size();
    }

    /** The examples that fit the tag expression; an empty one fits all. */
    private List<Programme.Announced> announced(RunOptions options) {
        try {
            Expression expression = TagExpressionParser.parse(options.tagExpression());
            return features.features().stream()
                    .flatMap(
                            feature ->
                                    feature.examples().stream().map(one -> announced(feature, one)))
                    .filter(example -> expression.evaluate(List.copyOf(example.tags())))
                    .toList();
        } catch (TagExpressionException malformed) {
            throw new SetUpException("--tags: " + malformed.getMessage());
        }
    }

    private static Programme.Announced announced(FeatureText feature, FeatureText.Example one) {
        return new Programme.Announced(
                feature.path() + ":" + one.line(),
                one.tags().stream().map(tag -> "@" + tag).toList());
    }

    /** What is played one after another must not meet the calls of other examples either. */
    private static int lanes(RunOptions options) {
        return options.manner() == Theatre.Manner.AT_ONCE ? LANES : 1;
    }

    /** Tells the watcher what is about to be played. */
    void announce() {
        console.begins(options, target, examples());
    }

    /** Everything that the run found out, so far. */
    synchronized Report report() {
        Profile profile = target.profile();
        Facts facts =
                new Facts(
                        profile.name(),
                        profile.title(),
                        options.defects(),
                        options.seed(),
                        started,
                        Duration.between(started, Instant.now()).toMillis() / 1000.0,
                        profile.promises(),
                        canary == null ? null : canary.words(),
                        Meaning.of(profile.promises()),
                        left == null ? List.of() : left);
        return Compiler.compile(facts, specification, features.features(), evidence)
                .accepting(acceptances.of(profile.name()));
    }

    /**
     * Writes the report and tells the watcher.
     *
     * @throws SetUpException if it cannot be written
     */
    Report write() {
        console.left(takeAway());
        Report report = report();
        Path folder = options.reports();
        try {
            Edition edition = new Edition(report, past.with(report), ProofFile.read(folder));
            new Site().write(edition, folder);
            if (options.singleFile()) {
                new Site().writeSingle(edition, folder);
            }
            writeHistories(report, folder.resolve("histories"));
        } catch (IOException unwritable) {
            throw new SetUpException(
                    "the report cannot be written to " + folder + ": " + unwritable.getMessage());
        } catch (IllegalArgumentException damaged) {
            throw new SetUpException(String.valueOf(damaged.getMessage()));
        }
        acceptances.expired(profileName()).forEach(console::note);
        console.ended(report, folder.resolve("index.html").toString());
        return report;
    }

    private String profileName() {
        return target.profile().name();
    }

    /** Read before anything is played: a damaged file is found out at once. */
    private static Past past(Path folder) {
        try {
            return PastFile.read(folder);
        } catch (IllegalArgumentException damaged) {
            throw new SetUpException(String.valueOf(damaged.getMessage()));
        } catch (IOException unreadable) {
            throw new SetUpException("earlier verdicts cannot be read: " + unreadable.getMessage());
        }
    }

    private void writeHistories(Report report, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Report.Clause clause : report.clauses()) {
            for (Report.Example example : clause.examples()) {
                Evidence shown = example.evidence();
                if (shown != null) {
                    HistoryFile.write(
                            folder.resolve(example.slug() + ".ndjson"),
                            new HistoryFile.Header(
                                    report.facts().target(),
                                    shown.feature(),
                                    example.text().name(),
                                    options.seed()),
                            shown.plays().stream().map(Session::recorded).toList());
                }
            }
        }
    }

    private static HistoryFile.Play recorded(Evidence.Play play) {
        return new HistoryFile.Play(
                play.round(), play.attempt(), play.collided(), play.names(), play.history());
    }

    @Override
    public void close() {
        CURRENT.compareAndSet(this, null);
        try {
            if (left == null) {
                console.left(takeAway());
            }
            if (atExit != null) {
                atExit.close();
            }
        } finally {
            target.close();
        }
    }

    /** A gallery of our own is thrown away as a whole. */
    private synchronized List<String> takeAway() {
        if (left == null) {
            left = target.isEmbedded() || theatre == null ? List.of() : theatre.takeAway();
        }
        return left;
    }

    /** After Ctrl-C: what was made is deleted before the process ends. */
    private void interrupted() {
        console.interrupted();
        console.left(takeAway());
    }

    /** Also warms everything up before the first race. */
    private void measure(Theatre theatre) {
        try {
            if (options.experiment() == null) {
                canary = Canary.measure(theatre);
                console.canary(canary.words());
            }
        } catch (NotOffered none) {
            console.canary(String.valueOf(none.getMessage()));
        } catch (Unprepared failed) {
            console.canary("not measured, " + failed.getMessage());
        }
        theatre.noteBaseline();
    }

    private synchronized List<Evidence> soFar() {
        return List.copyOf(evidence);
    }

    private void shown(Evidence one) {
        synchronized (this) {
            evidence.add(one);
        }
        console.ends(one, names.getOrDefault(one.feature() + ":" + one.line(), one.feature()));
    }

    private static Map.Entry<String, String> named(FeatureText feature, FeatureText.Example one) {
        String clause =
                one.tags().stream()
                        .filter(tag -> tag.contains(".") || tag.startsWith("X"))
                        .findFirst()
                        .orElse("");
        return Map.entry(feature.path() + ":" + one.line(), clause + " " + one.name());
    }

    private static Theatre.@Nullable Administrator administrator(Profile profile) {
        Profile.Credentials credentials = profile.administrator();
        return credentials == null
                ? null
                : new Theatre.Administrator(credentials.login(), credentials.password());
    }

    /** Six letters, so that two runs on one target, even with the same seed, do not meet. */
    private static String runName() {
        return new SecureRandom()
                .ints(6, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
