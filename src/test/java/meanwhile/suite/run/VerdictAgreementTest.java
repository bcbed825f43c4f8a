package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import meanwhile.report.Site;
import meanwhile.report.data.Report;
import meanwhile.report.data.RunVerdict;
import meanwhile.report.page.SiteContent;
import meanwhile.report.past.VerdictHistory;
import meanwhile.suite.setup.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All forms of a report tell one verdict: random clauses and own rules with random verdicts, some
 * of them accepted.
 */
class VerdictAgreementTest {
    private static final int REPORTS = 150;
    private static final List<String> NAMES = DrawnReport.NAMES;

    @TempDir private Path folder;

    static List<DrawnReport> reports() {
        Random random = new Random(27);
        List<DrawnReport> drawn = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            drawn.add(DrawnReport.draw(random));
        }
        return drawn;
    }

    @Test
    void everyVerdictIsDrawn() {
        assertThat(reports().stream().map(DrawnReport::verdict).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RunVerdict.values()).map(RunVerdict::word).toList());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void allFormsTellOneVerdict(DrawnReport drawn) throws Exception {
        Report report = drawn.report();
        SiteContent content =
                new SiteContent(report, new VerdictHistory(List.of()).with(report), null);
        new Site().write(content, folder);
        assertThat(report.verdict().word()).isEqualTo(drawn.verdict());
        assertThat(ExitCode.of(report)).isEqualTo(exitCode(drawn));
        assertJson(drawn);
        assertJUnit(drawn);
        assertHistory(drawn);
        assertThat(Files.readString(folder.resolve("badge.svg"))).contains(badge(drawn));
        String summary = Files.readString(folder.resolve("summary.md"));
        assertThat(summary).startsWith("# Mine: " + drawn.verdict() + "\n");
        assertThat(summary.lines().filter(line -> line.matches("\\| \\S+ \\| (?!v).*")))
                .hasSize((int) played(drawn));
        assertConsole(drawn);
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("hero " + drawn.verdict().replace(' ', '-'));
    }

    private void assertJson(DrawnReport drawn) throws Exception {
        JsonNode json = read("specification.json");
        assertThat(json.path("verdict").asString()).isEqualTo(drawn.verdict());
        Map<String, String> told = new HashMap<>();
        for (String list : List.of("clauses", "rules")) {
            json.path(list)
                    .forEach(
                            line ->
                                    told.put(
                                            line.path("id").asString(),
                                            line.path("verdict").asString()));
        }
        for (String name : NAMES) {
            String left = name.contains(".") || name.startsWith("X") ? "not played" : "absent";
            assertThat(told.getOrDefault(name, "absent"))
                    .isEqualTo(drawn.standing(name).isEmpty() ? left : drawn.standing(name));
        }
        assertThat(told.get("X2")).isEqualTo("not specified");
        for (Report.Standing standing : Report.Standing.values()) {
            String word = standing.word();
            if (standing.isPlayed()) {
                assertThat(
                                json.path("counts").path(word).asInt()
                                        + json.path("ruleCounts").path(word).asInt())
                        .isEqualTo(told.values().stream().filter(word::equals).count());
            }
        }
    }

    private void assertJUnit(DrawnReport drawn) throws Exception {
        Element suite =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("junit.xml").toFile())
                        .getDocumentElement();
        int examples = drawn.verdicts().values().stream().mapToInt(List::size).sum();
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(examples);
        int failures = number(suite, "failure");
        int errors = number(suite, "error");
        int skipped = number(suite, "skipped");
        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(examples));
        assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failures));
        assertThat(suite.getAttribute("errors")).isEqualTo(String.valueOf(errors));
        assertThat(suite.getAttribute("skipped")).isEqualTo(String.valueOf(skipped));
        assertThat(failures > 0).isEqualTo(drawn.verdict().equals("contradicted"));
        if (!drawn.verdict().equals("contradicted")) {
            assertThat(errors > 0).isEqualTo(drawn.verdict().equals("undecided"));
        }
        if (drawn.verdict().equals("nothing judged")) {
            assertThat(skipped).isEqualTo(examples);
        }
    }

    private static int number(Element suite, String outcome) {
        return suite.getElementsByTagName(outcome).getLength();
    }

    private void assertHistory(DrawnReport drawn) throws Exception {
        JsonNode run = read("history.json").path("runs").get(0);
        assertThat(run.path("verdict").asString()).isEqualTo(drawn.verdict());
        assertThat(run.path("clauses").size()).isEqualTo((int) played(drawn));
        for (String name : NAMES) {
            assertThat(run.path("clauses").path(name).asString("")).isEqualTo(drawn.standing(name));
        }
    }

    private static void assertConsole(DrawnReport drawn) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Console.log(new PrintStream(bytes, true, StandardCharsets.UTF_8)).ended(drawn.report());
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getLast()).isEqualTo(drawn.verdict() + " in 1.5 s");
        for (String name : NAMES) {
            assertThat(lines.stream().filter(line -> line.strip().startsWith(name + " ")))
                    .hasSize(drawn.standing(name).isEmpty() ? 0 : 1)
                    .allMatch(line -> line.contains(" " + drawn.standing(name) + " "));
        }
    }

    private static int exitCode(DrawnReport drawn) {
        return switch (drawn.verdict()) {
            case "contradicted" -> 1;
            case "undecided" -> 2;
            case "nothing judged" -> 3;
            default -> 0;
        };
    }

    private static String badge(DrawnReport drawn) {
        return switch (drawn.verdict()) {
            case "holds" -> ">" + drawn.number("holds") + " hold<";
            case "contradicted", "undecided" ->
                    ">" + drawn.number(drawn.verdict()) + " " + drawn.verdict() + "<";
            default -> ">" + drawn.verdict() + "<";
        };
    }

    private static long played(DrawnReport drawn) {
        return NAMES.stream().filter(name -> !drawn.standing(name).isEmpty()).count();
    }

    private JsonNode read(String name) throws Exception {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
    }
}
