package meanwhile;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The main job in the build: the whole specification against the embedded gallery. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = "cucumber.glue", value = "meanwhile.steps,meanwhile.suite.glue")
@ConfigurationParameter(key = "cucumber.publish.quiet", value = "true")
@ConfigurationParameter(key = "cucumber.execution.parallel.enabled", value = "true")
@ConfigurationParameter(key = "cucumber.execution.parallel.config.strategy", value = "custom")
@ConfigurationParameter(
        key = "cucumber.execution.parallel.config.custom.class",
        value = "meanwhile.suite.run.ThreadPerExample")
@ConfigurationParameter(key = "cucumber.junit-platform.naming-strategy", value = "long")
@ConfigurationParameter(
        key = "cucumber.plugin",
        value =
                "meanwhile.steps.CurrentStep,meanwhile.suite.run.MavenRunPlugin,meanwhile.suite.run.ListenerPlugins,"
                    + "message:reports/cucumber-messages.ndjson")
class SpecificationIT {}
