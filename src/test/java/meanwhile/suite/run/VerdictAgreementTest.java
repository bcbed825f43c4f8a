package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.history.Collision;
import meanwhile.history.History;
import meanwhile.language.Promises;
import meanwhile.report.Site;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;
import meanwhile.report.data.RunInfo;
import meanwhile.report.data.RunVerdict;
import meanwhile.report.data.SpecificationText;
import meanwhile.report.page.SiteContent;
import meanwhile.report.past.VerdictHistory;
import meanwhile.suite.setup.ExitCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All forms of a report tell one verdict: random clauses and own rules with random verdicts, some
 * of them accepted.
 */
class VerdictAgreementTest {
    private static final int REPORTS = 150;
    private static final SpecificationText SPECIFICATION =
            SpecificationText.parse(
                    """
                    ## All
                    ### R1 Voting
                    - **R1.1** One.
                    - **R1.2** Two.
                    ### X Throughout
                    - **X1** Three.
                    - **X2** Four.
                    """);

    /** The tags of the rules; an empty one is a rule without a tag. */
    private static final List<String> TAGS = List.of("R1.1", "R1.2", "X1", "SEAT-1", "", "");

    private static final List<String> NAMES =
            List.of("R1.1", "R1.2", "X1", "SEAT-1", "mine-rule-4", "mine-rule-5");

    @TempDir private Path folder;

    /** What was drawn: the verdicts of the examples of each promise, and the report of them. */
    private record Drawn(
            Map<String, List<Verdict>> verdicts, List<String> accepted, Report report) {
        /** The worst verdict that is offered; empty if nothing was played. */
        String standing(String promise) {
            List<String> words =
                    verdicts.getOrDefault(promise, List.of()).stream().map(Verdict::word).toList();
            for (String word : List.of("contradicted", "undecided", "holds", "not offered")) {
                if (words.contains(word)) {
                    return word;
                }
            }
            return "";
        }

        long number(String standing) {
            return NAMES.stream()
                    .filter(name -> standing(name).equals(standing))
                    .filter(name -> !isAccepted(name))
                    .count();
        }

        boolean isAccepted(String promise) {
            return standing(promise).equals("contradicted") && accepted.contains(promise);
        }

        String verdict() {
            for (String word : List.of("contradicted", "undecided", "holds")) {
                if (number(word) > 0) {
                    return word;
                }
            }
            return NAMES.stream().anyMatch(this::isAccepted)
                    ? "contradicted as accepted"
                    : "nothing judged";
        }

        @Override
        public String toString() {
            Map<String, String> all = new LinkedHashMap<>();
            NAMES.forEach(name -> all.put(name, standing(name)));
            return all + ", accepted " + accepted;
        }
    }

    static List<Drawn> reports() {
        Random random = new Random(27);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            drawn.add(draw(random));
        }
        return drawn;
    }

    @Test
    void everyVerdictIsDrawn() {
        assertThat(reports().stream().map(Drawn::verdict).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RunVerdict.values()).map(RunVerdict::word).toList());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void allFormsTellOneVerdict(Drawn drawn) throws Exception {
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

    private void assertJson(Drawn drawn) throws Exception {
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

    private void assertJUnit(Drawn drawn) throws Exception {
        Element suite =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("junit.xml").toFile())
                        .getDocumentElement();
        int examples = drawn.verdicts().values().stream().mapToInt(List::size).sum();
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(examples);
        Map<String, Integer> outcomes = new HashMap<>();
        for (String outcome : List.of("failure", "error", "skipped")) {
            NodeList found = suite.getElementsByTagName(outcome);
            outcomes.put(outcome, found.getLength());
        }
        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(examples));
        assertThat(suite.getAttribute("failures")).isEqualTo(outcomes.get("failure").toString());
        assertThat(suite.getAttribute("errors")).isEqualTo(outcomes.get("error").toString());
        assertThat(suite.getAttribute("skipped")).isEqualTo(outcomes.get("skipped").toString());
        assertThat(outcomes.get("failure") > 0).isEqualTo(drawn.verdict().equals("contradicted"));
        if (!drawn.verdict().equals("contradicted")) {
            assertThat(outcomes.get("error") > 0).isEqualTo(drawn.verdict().equals("undecided"));
        }
        if (drawn.verdict().equals("nothing judged")) {
            assertThat(outcomes.get("skipped")).isEqualTo(examples);
        }
    }

    private void assertHistory(Drawn drawn) throws Exception {
        JsonNode run = read("history.json").path("runs").get(0);
        assertThat(run.path("verdict").asString()).isEqualTo(drawn.verdict());
        assertThat(run.path("clauses").size()).isEqualTo((int) played(drawn));
        for (String name : NAMES) {
            assertThat(run.path("clauses").path(name).asString("")).isEqualTo(drawn.standing(name));
        }
    }

    private static void assertConsole(Drawn drawn) {
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

    private static int exitCode(Drawn drawn) {
        return switch (drawn.verdict()) {
            case "contradicted" -> 1;
            case "undecided" -> 2;
            case "nothing judged" -> 3;
            default -> 0;
        };
    }

    private static String badge(Drawn drawn) {
        return switch (drawn.verdict()) {
            case "holds" -> ">" + drawn.number("holds") + " hold<";
            case "contradicted", "undecided" ->
                    ">" + drawn.number(drawn.verdict()) + " " + drawn.verdict() + "<";
            default -> ">" + drawn.verdict() + "<";
        };
    }

    private static long played(Drawn drawn) {
        return NAMES.stream().filter(name -> !drawn.standing(name).isEmpty()).count();
    }

    private JsonNode read(String name) throws Exception {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
    }

    /** Few kinds of verdicts in one report, so that also a run of which nothing holds is drawn. */
    private static Drawn draw(Random random) {
        List<Verdict> kinds = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            kinds.add(verdict(random.nextInt(4)));
        }
        StringBuilder text = new StringBuilder("Feature: Mine\n");
        Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
        List<@Nullable Verdict> inOrder = new ArrayList<>();
        for (int rule = 0; rule < TAGS.size(); rule++) {
            text.append(TAGS.get(rule).isEmpty() ? "" : "@" + TAGS.get(rule) + "\n");
            text.append("Rule: Rule %d\n".formatted(rule));
            List<Verdict> own = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                text.append("Example: %d of %d\nGiven x\n".formatted(i, rule));
                own.add(kinds.get(random.nextInt(kinds.size())));
            }
            inOrder.addAll(own);
            verdicts.put(NAMES.get(rule), own);
            text.append("Example: Left out of %d\nGiven x\n".formatted(rule));
            inOrder.add(null);
        }
        List<String> accepted = NAMES.stream().filter(_ -> random.nextInt(3) == 0).toList();
        return new Drawn(verdicts, accepted, report(text.toString(), inOrder, accepted));
    }

    private static Report report(
            String text, List<@Nullable Verdict> verdicts, List<String> accepted) {
        FeatureText feature = Objects.requireNonNull(FeatureText.parse("mine.feature", text));
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) != null) {
                evidence.add(evidence(feature.examples().get(i).line(), verdicts.get(i)));
            }
        }
        Map<String, String> acceptances = new HashMap<>();
        accepted.forEach(id -> acceptances.put(id, "accepted until 2999-01-01: known"));
        Promises promises =
                new Promises(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        Duration.ZERO);
        RunInfo run = new RunInfo("mine", "Mine", List.of(), 7, Instant.EPOCH, 1.5, promises, null);
        return ReportCompiler.compile(run, SPECIFICATION, List.of(feature), evidence)
                .accepting(acceptances);
    }

    private static Evidence evidence(int line, Verdict verdict) {
        Evidence.Play play =
                new Evidence.Play(
                        1, 1, true, null, new Collision(true, 5), new History(List.of()), Map.of());
        return new Evidence(
                "mine.feature",
                line,
                false,
                1,
                List.of(play),
                List.of(new Evidence.Finding("is it right?", List.of(verdict))),
                null,
                Duration.ZERO);
    }

    private static Verdict verdict(int kind) {
        return switch (kind) {
            case 0 -> Verdict.holds();
            case 1 ->
                    new Verdict.Contradicted(
                            new CounterExample("Expected 2, saw 1", List.of(), "One is missing"));
            case 2 -> new Verdict.Undecided("nobody knows");
            default -> new Verdict.NotOffered("no votes here");
        };
    }
}
