package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each law of a domain has a line of its own, and says no more than was seen. */
@ResourceLock(Resources.SYSTEM_OUT)
class LawLinesPlayTest extends DeskPlays {
    private static final String LAWFUL =
            PROFILE
                    + """
                      laws:
                        - the paid of every desk is never below 0
                        - the paid of every desk is never above 5
                        - every move is accepted
                        - every payment is accepted
                    """;

    @Test
    void aLawHoldsWhereSomethingHappenedOfWhichItSpeaks() throws IOException {
        int code =
                play(
                        LAWFUL,
                        asked ->
                                asked.line().startsWith("GET")
                                        ? meanwhile.driver.Stub.Answer.json(200, "{\"paid\": 7}")
                                        : usual(asked),
                        """
                        Given a desk "Window" with 3 drawers
                        When at the same moment, 2 times over:
                          | Ana | pays 7 for "Window" |
                          | Ben | looks at "Window"   |
                        Then every payment is accepted
                        """);
        assertThat(code).as(out.text()).isEqualTo(1);
        assertThat(out.text()).doesNotContain("anary");
        JsonNode laws =
                JsonMapper.shared()
                        .readTree(Files.readString(reports().resolve("specification.json")))
                        .path("laws");
        assertThat(laws.valueStream().map(LawLinesPlayTest::line))
                .containsExactlyInAnyOrder(
                        "the paid of every desk is never below 0: holds",
                        "the paid of every desk is never above 5: contradicted",
                        "every move is accepted: not played",
                        "every payment is accepted: holds");
        assertThat(Files.readString(reports().resolve("index.html")))
                .contains("<h2>Always true</h2>")
                .contains("the paid of every desk is never above 5");
        assertThat(Files.readString(reports().resolve("examples/desks-good-one.html")))
                .contains("4 laws were judged")
                .doesNotContain("image");
    }

    private static String line(JsonNode law) {
        return law.path("sentence").asString() + ": " + law.path("verdict").asString();
    }
}
