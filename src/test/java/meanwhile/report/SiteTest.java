package meanwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Premise;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.Collision;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;
import meanwhile.report.data.RunInfo;
import meanwhile.report.data.RunVerdict;
import meanwhile.report.data.SpecificationText;
import meanwhile.report.page.SiteContent;
import meanwhile.report.past.VerdictHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests a report of four examples, one for each verdict, whose target is hostile. */
class SiteTest {
    private static final String HOSTILE = "<script>alert(1)</script>\u0000\"'&";
    private static final String FEATURE =
            """
            @R1
            Feature: Voting
              Why it matters.
              @R1.1
              Rule: Votes are answered
                Because.
                Example: Held
                  Given Ana is a member
              @R1.2
              Rule: Votes count
                Because.
                Example: Broken
                  Given Ana is a member
              @R1.3
              Rule: Totals are right
                Because.
                Example: Unclear
                  Given Ana is a member
              @R2.1
              Rule: All are served
                Because.
                Example: Missing
                  Given Ana is a member
            """;
    private static final String SPECIFICATION =
            """
            ## Many
            ### R1 Voting
            - **R1.1** First.
            - **R1.2** Second.
            - **R1.3** Third.
            ### R2 Popular
            - **R2.1** Fourth.
            - **R2.2** Fifth.
            """;

    @TempDir private Path folder;
    private Report report;

    @BeforeEach
    void compile() throws Exception {
        Call call = hostileCall();
        List<Evidence> evidence =
                List.of(
                        evidence(7, Verdict.holds(), call),
                        evidence(
                                12,
                                new Verdict.Contradicted(
                                        new CounterExample("Saw " + HOSTILE, List.of(call), "Why")),
                                call),
                        evidence(17, new Verdict.Undecided("gave up"), call),
                        evidence(22, new Verdict.NotOffered("no votes here"), call));
        FeatureText feature = FeatureText.parse("r1.feature", FEATURE);
        assertThat(feature).isNotNull();
        report =
                ReportCompiler.compile(
                        new RunInfo(
                                "mine",
                                HOSTILE,
                                List.of(),
                                7,
                                Instant.EPOCH,
                                1.5,
                                new Promises(
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(1),
                                        Duration.ZERO),
                                null),
                        SpecificationText.parse(SPECIFICATION),
                        List.of(feature),
                        evidence);
        SiteContent edition =
                new SiteContent(report, new VerdictHistory(List.of()).with(report), null);
        new Site().write(edition, folder);
        new Site().writeSingle(edition, folder);
    }

    @Test
    void everyClauseHasItsVerdict() throws Exception {
        JsonNode json =
                JsonMapper.shared()
                        .readTree(Files.readString(folder.resolve("specification.json")));
        List<String> verdicts = new ArrayList<>();
        json.path("clauses").forEach(clause -> verdicts.add(clause.path("verdict").asString()));
        assertThat(verdicts)
                .containsExactly(
                        "holds", "contradicted", "undecided", "not offered", "not specified");
        assertThat(json.path("verdict").asString()).isEqualTo("contradicted");
        assertThat(json.path("counts").path("not specified").asInt()).isEqualTo(1);
        JsonNode example = json.path("clauses").get(1).path("examples").get(0);
        assertThat(example.path("contradictedRounds").asInt()).isEqualTo(1);
        assertThat(folder.resolve(example.path("evidence").asString())).exists();
        assertThat(example.path("partial").valueStream().map(JsonNode::asString))
                .containsExactly("“cast vote” was accepted in 3 of 20 rounds (" + HOSTILE + ")");
        assertThat(json.path("clauses").get(4).path("reason").asString())
                .isEqualTo("not specified by example yet");
    }

    @Test
    void aClauseIsJudgedByWhatIsOffered() {
        Report.Clause clause = partlyOffered("Given nothing");
        assertThat(clause.standing()).isEqualTo(Report.Standing.HOLDS);
        assertThat(clause.reason()).isEqualTo("1 of 2 examples not offered: no tags");
    }

    /** What holds one at a time says nothing of what happens at once. */
    @Test
    void aClauseOfWhichNoCollisionIsOfferedIsUndecided() {
        Report.Clause clause = partlyOffered("When at the same moment, 5 times over:");
        assertThat(clause.standing()).isEqualTo(Report.Standing.UNDECIDED);
        assertThat(clause.reason()).contains("happen at once are not offered");
    }

    /** A clause with an example that holds and one, with this step, that is not offered. */
    private Report.Clause partlyOffered(String step) {
        String feature =
                """
                @R1
                Feature: Votes
                  @R1.1
                  Rule: Counted

                    Example: One
                      Given nothing

                    Example: Two
                      %s
                """
                        .formatted(step);
        return ReportCompiler.compile(
                        report.run(),
                        SpecificationText.parse(SPECIFICATION),
                        List.of(Objects.requireNonNull(FeatureText.parse("r1.feature", feature))),
                        List.of(
                                evidence(6, Verdict.holds(), hostileCall()),
                                evidence(9, new Verdict.NotOffered("no tags"), hostileCall())))
                .clauses()
                .getFirst();
    }

    @Test
    void forJUnitAContradictionFailsUndecidedErrsAndNotOfferedIsSkipped() throws Exception {
        Document xml =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("junit.xml").toFile());
        assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("4");
        for (String outcome : List.of("failure", "error", "skipped")) {
            assertThat(xml.getElementsByTagName(outcome).getLength()).as(outcome).isEqualTo(1);
        }
    }

    @Test
    void whatTheTargetAnsweredIsEscapedEverywhere() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(pages).hasSizeGreaterThan(10);
            for (Path page : pages) {
                assertThat(Files.readString(page)).doesNotContain("<script>alert");
            }
        }
        assertThat(Files.readString(folder.resolve("search-index.js"))).doesNotContain("<script>");
        assertThat(Files.readString(folder.resolve("summary.md"))).doesNotContain("<script>");
        assertThat(Files.readString(folder.resolve("examples/r1-2-broken.html")))
                .contains("What happened", "&lt;script&gt;");
    }

    @Test
    void everyPageForbidsForeignScriptsAndTheNetwork() throws Exception {
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("Content-Security-Policy", "default-src 'none'; script-src 'self'")
                .doesNotContain("unsafe-inline", " style=\"", "<style", " onclick")
                .doesNotContain("http://", "https://");
    }

    @Test
    void aRunThatContradictsOnceIsContradicted() {
        assertThat(report.verdict()).isEqualTo(RunVerdict.CONTRADICTED);
        assertThat(Summary.lines(report))
                .extracting(Summary.Line::label)
                .anySatisfy(label -> assertThat(label).contains("R1.2", "contradicted"));
        assertThat(Summary.counts(report)).contains("1 not offered");
    }

    private static Call hostileCall() {
        return new Call(
                0,
                Phase.WHEN,
                new ActorName(HOSTILE, null),
                0,
                true,
                new Operation.ReadImage(new ImageId(HOSTILE)),
                new Call.Times(0, 1, 2, 3),
                new Outcome.Broken(500, HOSTILE));
    }

    private static Evidence evidence(int line, Verdict verdict, Call call) {
        Evidence.Play play =
                new Evidence.Play(
                        1,
                        1,
                        true,
                        null,
                        new Collision(true, 5),
                        new History(List.of(call)),
                        Map.of());
        return new Evidence(
                "r1.feature",
                line,
                false,
                1,
                List.of(play),
                List.of(new Evidence.Finding(HOSTILE, List.of(verdict))),
                List.of(
                        new Premise("“cast vote” was accepted", 3, 20, HOSTILE),
                        new Premise("“read image” was accepted", 20, 20, "")),
                List.of(),
                null,
                Duration.ofMillis(10));
    }
}
