package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The end of a run.
 *
 * @param exit its exit code
 * @param verdicts of the clauses that were judged
 * @param calls the number of calls
 * @param unknown the number of calls without a definite answer
 * @param reports its folder
 * @param said its output
 */
record Ending(
        int exit, Map<String, String> verdicts, int calls, int unknown, Path reports, String said) {
    static Ending of(int exit, Path reports, String said) throws IOException {
        assertThat(reports.resolve("specification.json")).as(said).exists();
        JsonNode report =
                JsonMapper.shared()
                        .readTree(Files.readString(reports.resolve("specification.json")));
        Map<String, String> verdicts = new TreeMap<>();
        int calls = 0;
        int unknown = 0;
        for (JsonNode clause : report.path("clauses")) {
            for (JsonNode example : clause.path("examples")) {
                if (example.path("operations").isNumber()) {
                    calls += example.path("operations").asInt();
                    unknown += example.path("unknown").asInt();
                    verdicts.put(clause.path("id").asString(), clause.path("verdict").asString());
                }
            }
        }
        return new Ending(exit, verdicts, calls, unknown, reports, said);
    }

    /** The result in one line. */
    String line() {
        return "%s, exit %d, %d of %d calls without a definite answer"
                .formatted(verdicts, exit, unknown, calls);
    }

    /**
     * Requires that the exit code is that of the worst verdict, all files exist, and every doubt
     * has a reason.
     */
    void requireHonest() throws IOException {
        int expected =
                verdicts.containsValue("contradicted")
                        ? 1
                        : verdicts.containsValue("undecided") ? 2 : 0;
        assertThat(exit).as(said).isEqualTo(expected);
        for (String file : List.of("index.html", "junit.xml", "summary.md", "histories")) {
            assertThat(reports.resolve(file)).exists();
        }
        JsonNode report =
                JsonMapper.shared()
                        .readTree(Files.readString(reports.resolve("specification.json")));
        for (JsonNode clause : report.path("clauses")) {
            if (clause.path("verdict").asString().equals("undecided")) {
                assertThat(clause.path("reason").asString("")).as(said).isNotBlank();
            }
        }
    }

    /** The duration of the longest call in the histories, in seconds. */
    double longest() throws IOException {
        double longest = 0;
        for (JsonNode call : calls(reports)) {
            longest =
                    Math.max(
                            longest,
                            (call.path("ended").asLong() - call.path("begun").asLong()) / 1e9);
        }
        return longest;
    }

    /** The outcomes, in words, of the calls without a definite answer in the histories. */
    List<String> troubles() throws IOException {
        return calls(reports).stream()
                .map(call -> call.path("outcome"))
                .filter(outcome -> !List.of("accepted", "refused").contains(type(outcome)))
                .map(JsonNode::toString)
                .toList();
    }

    private static String type(JsonNode outcome) {
        return outcome.path("type").asString("");
    }

    /** The calls in a report's histories; every line must be complete. */
    static List<JsonNode> calls(Path reports) throws IOException {
        List<JsonNode> calls = new ArrayList<>();
        try (Stream<Path> files = Files.list(reports.resolve("histories"))) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode entry = JsonMapper.shared().readTree(line);
                    if (entry.has("call")) {
                        calls.add(entry);
                    }
                }
            }
        }
        return calls;
    }

    /** The violated expectation of each contradicted example, after its clause. */
    List<String> accusations() throws Exception {
        Document junit =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(reports.resolve("junit.xml").toFile());
        NodeList failures = junit.getElementsByTagName("failure");
        List<String> accusations = new ArrayList<>();
        for (int i = 0; i < failures.getLength(); i++) {
            Element failure = (Element) failures.item(i);
            accusations.add(
                    "%s: %s"
                            .formatted(
                                    ((Element) failure.getParentNode()).getAttribute("name"),
                                    failure.getAttribute("message")));
        }
        return accusations;
    }

    void requireNoneAccusedBut(Set<String> mayBreak) {
        verdicts.forEach(
                (clause, verdict) -> {
                    if (!mayBreak.contains(clause)) {
                        assertThat(verdict).as(clause + " in " + said).isNotEqualTo("contradicted");
                    }
                });
    }
}
