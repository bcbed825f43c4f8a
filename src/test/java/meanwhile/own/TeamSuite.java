package meanwhile.own;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectDirectories;

/** A team's suite, which {@code OwnStepsTest} plays. */
@MeanwhileSuite
@SelectDirectories("target/own-steps")
@ConfigurationParameter(key = "cucumber.glue", value = "meanwhile.own.team," + MeanwhileSuite.GLUE)
@ConfigurationParameter(
        key = "cucumber.plugin",
        value = MeanwhileSuite.PLUGIN + ":target/own-steps/notes.yaml")
final class TeamSuite {}
