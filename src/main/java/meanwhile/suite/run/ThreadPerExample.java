package meanwhile.suite.run;

import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfigurationStrategy;

/**
 * Gives each example its own thread, on which it waits for its turn in the run's {@link
 * meanwhile.steps.ExampleScheduler}: JUnit itself can only isolate whole features.
 */
public final class ThreadPerExample implements ParallelExecutionConfigurationStrategy {
    /** More than there are examples; threads are created when needed. */
    private static final int THREADS = 1_000;

    private static final int KEEP_ALIVE_SECONDS = 10;

    @Override
    public ParallelExecutionConfiguration createConfiguration(ConfigurationParameters parameters) {
        return new Threads();
    }

    private static final class Threads implements ParallelExecutionConfiguration {
        @Override
        public int getParallelism() {
            return THREADS;
        }

        @Override
        public int getMinimumRunnable() {
            return 0;
        }

        @Override
        public int getMaxPoolSize() {
            return THREADS;
        }

        @Override
        public int getCorePoolSize() {
            return THREADS;
        }

        @Override
        public int getKeepAliveSeconds() {
            return KEEP_ALIVE_SECONDS;
        }
    }
}
