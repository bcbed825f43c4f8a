package lists;

import java.io.IOException;
import meanwhile.own.MeanwhileSuite;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectDirectories;

/** Plays the features at the same moment, and writes the report to target/meanwhile. */
@MeanwhileSuite
@SelectDirectories("src/test/features")
@ConfigurationParameter(key = "cucumber.glue", value = "lists," + MeanwhileSuite.GLUE)
@ConfigurationParameter(key = "cucumber.plugin", value = MeanwhileSuite.PLUGIN + ":src/test/features/lists.yaml")
class ListsTest {
    private static ListServer server;

    @BeforeSuite
    static void start() throws IOException {
        server = new ListServer(8093, Boolean.getBoolean("repaired"));
    }

    @AfterSuite
    static void stop() {
        server.close();
    }
}
