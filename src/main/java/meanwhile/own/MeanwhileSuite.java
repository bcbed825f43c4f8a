package meanwhile.own;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.Suite;

/**
 * Makes a class a suite whose features are played as Meanwhile plays them: in rounds, examples side
 * by side, with a report. A contradicted example is a failed test. The class says where its
 * features and its own steps are, and which target they are about:
 *
 * <pre>{@code
 * @MeanwhileSuite
 * @SelectDirectories("src/test/features")
 * @ConfigurationParameter(key = "cucumber.glue", value = "lists," + MeanwhileSuite.GLUE)
 * @ConfigurationParameter(
 *         key = "cucumber.plugin",
 *         value = MeanwhileSuite.PLUGIN + ":src/test/features/lists.yaml")
 * class ListsTest {}
 * }</pre>
 *
 * <p>The report is written to {@code target/meanwhile}; {@code -Dmeanwhile.reports} names another
 * folder, {@code -Dmeanwhile.seed} the seed, and {@code -Dcucumber.filter.tags} plays some examples
 * alone.
 */
@Suite
@IncludeEngines("cucumber")
@ConfigurationParameter(key = "cucumber.publish.quiet", value = "true")
@ConfigurationParameter(key = "cucumber.execution.parallel.enabled", value = "true")
@ConfigurationParameter(key = "cucumber.execution.parallel.config.strategy", value = "custom")
@ConfigurationParameter(
        key = "cucumber.execution.parallel.config.custom.class",
        value = "meanwhile.suite.run.ThreadPerExample")
@ConfigurationParameter(key = "cucumber.junit-platform.naming-strategy", value = "long")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MeanwhileSuite {
    /** The packages of Meanwhile's own steps: behind those of the team's. */
    String GLUE = "meanwhile.steps,meanwhile.suite.glue";

    /** The plugin that opens the target: a colon and the profile's file follow. */
    String PLUGIN = "meanwhile.steps.CurrentStep,meanwhile.suite.run.MavenRunPlugin";
}
