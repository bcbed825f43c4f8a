package meanwhile.suite.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestRunStarted;
import java.nio.file.Path;
import java.util.Random;

/**
 * Ties a run to Cucumber when another program starts Cucumber, as {@code mvn verify} does: opens
 * the run before the first example and writes the report after the last.
 */
public final class MavenRunPlugin implements ConcurrentEventListener {
    @Override
    public void setEventPublisher(EventPublisher publisher) {
        if (SpecificationRun.current() == null) {
            publisher.registerHandlerFor(TestRunStarted.class, _ -> open());
            publisher.registerHandlerFor(TestRunFinished.class, _ -> finish());
        }
    }

    private static void open() {
        Path reports = Path.of(System.getProperty("meanwhile.reports", "reports"));
        long seed = Long.getLong("meanwhile.seed", new Random().nextInt(1_000_000));
        RunOptions options = RunOptions.everything(seed, reports);
        SpecificationRun session = SpecificationRun.open(options, Console.log(System.out));
        session.announce();
    }

    private static void finish() {
        try (SpecificationRun session = SpecificationRun.current()) {
            if (session != null) {
                session.write();
            }
        }
    }
}
