package meanwhile.suite.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestRunStarted;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import meanwhile.actors.RunContext;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;

/**
 * Ties a run to Cucumber when another program starts Cucumber, as {@code mvn verify} does: opens
 * the run before the first example and writes the report after the last. A team's own suite names
 * its profile after a colon, {@code meanwhile.suite.run.MavenRunPlugin:src/test/notes/notes.yaml};
 * its features lie in the same folder, and its steps where Cucumber's glue says.
 */
public final class MavenRunPlugin implements ConcurrentEventListener {
    private final @Nullable Path profile;

    /** The built-in features, against the embedded gallery. */
    public MavenRunPlugin() {
        profile = null;
    }

    /** A team's features, against its target. */
    public MavenRunPlugin(String profile) {
        this.profile = Path.of(profile);
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        if (SpecificationRun.current() == null) {
            publisher.registerHandlerFor(TestRunStarted.class, _ -> await());
            publisher.registerHandlerFor(TestRunFinished.class, _ -> finish());
        }
    }

    /** Cucumber says where the steps are when it looks for them, before the first example. */
    private void await() {
        OpenRun.await(own -> open(options(), own));
    }

    private static void open(RunOptions options, List<Class<?>> own) {
        SpecificationRun.open(options, own, Console.log(System.out)).announce();
    }

    private RunOptions options() {
        String folderOfReports = profile == null ? "reports" : "target/meanwhile";
        Path reports = Path.of(System.getProperty("meanwhile.reports", folderOfReports));
        long seed = Long.getLong("meanwhile.seed", new Random().nextInt(1_000_000));
        if (profile == null) {
            return RunOptions.everything(seed, reports);
        }
        Path folder = profile.toAbsolutePath().getParent();
        if (folder == null) {
            throw new SetUpException("%s is no profile in a folder".formatted(profile));
        }
        return new RunOptions(
                profile.toString(),
                folder,
                List.of(),
                System.getProperty("cucumber.filter.tags", ""),
                seed,
                reports,
                List.of(),
                RunContext.Manner.AT_ONCE);
    }

    private static void finish() {
        try (SpecificationRun session = SpecificationRun.current()) {
            if (session != null) {
                session.write();
            }
        }
    }
}
