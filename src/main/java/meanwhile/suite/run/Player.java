package meanwhile.suite.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meanwhile.report.data.Report;
import meanwhile.steps.CurrentStep;
import meanwhile.suite.setup.SetUpException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the examples with the same engine as the build. */
public final class Player {
    private Player() {}

    /**
     * Runs all examples that the options select and writes the report.
     *
     * @throws SetUpException if the set-up is broken, or nothing was judged
     */
    public static Report play(RunOptions options, Console console) {
        Launcher launcher = LauncherFactory.create();
        try (SpecificationRun session = SpecificationRun.open(options, List.of(), console)) {
            if (session.selection().examples().isEmpty()) {
                throw new SetUpException(
                        "no example fits %s; there is nothing to judge".formatted(asked(options)));
            }
            TestPlan plan = launcher.discover(request(options, session.selection()));
            session.announce();
            Bugs bugs = new Bugs();
            launcher.execute(plan, bugs);
            Report report = options.experiment() == null ? session.write() : session.report();
            bugs.rethrow();
            return report;
        }
    }

    private static String asked(RunOptions options) {
        Replay replay = options.replay();
        if (replay != null) {
            return "“%s” of %s".formatted(replay.example(), replay.feature());
        }
        String asked = options.asked();
        return asked.isEmpty() ? "the features" : "“" + asked + "”";
    }

    private static DiscoverySelector selector(RunOptions options) {
        Path folder = options.features();
        Replay replay = options.replay();
        if (replay == null) {
            return folder == null ? selectPackage("features") : selectDirectory(folder.toFile());
        }
        return folder == null
                ? selectClasspathResource("features/" + replay.feature())
                : selectFile(folder.resolve(replay.feature()).toFile());
    }

    private static LauncherDiscoveryRequest request(
            RunOptions options, ExampleSelection selection) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selector(options))
                .filters(
                        EngineFilter.includeEngines("cucumber"),
                        new SelectedExamples(options.features(), selection))
                .configurationParameter("cucumber.junit-platform.discovery.as-root-engine", "true")
                .configurationParameter("cucumber.glue", "meanwhile.steps,meanwhile.suite.glue")
                .configurationParameter("cucumber.publish.quiet", "true")
                .configurationParameter("cucumber.execution.parallel.enabled", "true")
                .configurationParameter("cucumber.execution.parallel.config.strategy", "custom")
                .configurationParameter(
                        "cucumber.execution.parallel.config.custom.class",
                        ThreadPerExample.class.getName())
                .configurationParameter("cucumber.plugin", plugins(options))
                .build();
    }

    private static String plugins(RunOptions options) {
        String words = CurrentStep.class.getName();
        return options.experiment() == null
                ? String.join(
                        ",", words, MessagesPlugin.class.getName(), ListenerPlugins.class.getName())
                : words;
    }

    /**
     * Collects failures outside of examples: they are bugs without a verdict, and must not go
     * unnoticed.
     */
    private static final class Bugs implements TestExecutionListener {
        private final List<Throwable> found = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (!identifier.isTest()) {
                result.getThrowable().ifPresent(found::add);
            }
        }

        void rethrow() {
            if (!found.isEmpty()) {
                throw new IllegalStateException("the examples could not be run", found.getFirst());
            }
        }
    }
}
