package meanwhile.suite.run;

import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfigurationStrategy;

/**
 * Gives each example its own thread, on which it waits for its turn in the run's {@link
 * meanwhile.steps.ExampleScheduler}: JUnit itself can only isolate whole features.
 */
public final class ThreadPerExample implements ParallelExecutionConfigurationStrategy {
    /** More than there are built-in examples; threads are created when needed. */
    private static final int MOST = 1_000;

    private static final int KEEP_ALIVE_SECONDS = 10;

    @Override
    public ParallelExecutionConfiguration createConfiguration(ConfigurationParameters parameters) {
        SpecificationRun run = SpecificationRun.current();
        // Each thread costs Cucumber all step definitions once more.
        return new Threads(run == null ? MOST : Math.min(MOST, run.threads()));
    }

    private record Threads(int number) implements ParallelExecutionConfiguration {
        @Override
        public int getParallelism() {
            return number;
        }

        @Override
        public int getMinimumRunnable() {
            return 0;
        }

        @Override
        public int getMaxPoolSize() {
            return number;
        }

        @Override
        public int getCorePoolSize() {
            return number;
        }

        @Override
        public int getKeepAliveSeconds() {
            return KEEP_ALIVE_SECONDS;
        }
    }
}
