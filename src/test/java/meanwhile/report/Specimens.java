package meanwhile.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.Collision;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import meanwhile.proof.Proof;
import meanwhile.proof.Trial;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;
import meanwhile.report.data.RunInfo;
import meanwhile.report.data.SpecificationText;
import meanwhile.report.page.SiteContent;
import meanwhile.report.past.VerdictHistory;
import org.jspecify.annotations.Nullable;

/** Reports for tests: of any size, with answers of a hostile target. */
public final class Specimens {
    /**
     * Markup, control characters, half a character, and a name that reverses the text direction.
     */
    public static final String HOSTILE =
            "<script>window.harmed=1</script><img src=x onerror='window.harmed=1'>\"'&\u0000\uD800"
                    + "\u202Eعلي";

    private static final long MILLI = 1_000_000;
    private static final int CROWD = 60;

    private Specimens() {}

    /** One example of each verdict and a crowd, with an earlier run, and a proof. */
    public static SiteContent hostile() {
        String huge = HOSTILE + "x".repeat(5_000_000);
        Call broken = call(0, HOSTILE, new Outcome.Broken(500, huge), null);
        List<Call> crowd =
                IntStream.range(0, CROWD)
                        .mapToObj(
                                i ->
                                        call(
                                                i,
                                                "member " + i,
                                                new Outcome.Accepted(200, new Answer.Done()),
                                                9L * i * MILLI))
                        .toList();
        Verdict contradicted =
                new Verdict.Contradicted(new CounterExample("Saw " + huge, List.of(broken), "Why"));
        List<Evidence> evidence =
                List.of(
                        evidence(Verdict.holds(), crowd),
                        evidence(contradicted, List.of(broken)),
                        evidence(new Verdict.Undecided(HOSTILE), List.of(broken)),
                        evidence(new Verdict.NotOffered("no votes here"), List.of(broken)));
        Report report = report(4, evidence, HOSTILE);
        VerdictHistory.Run elsewhere =
                new VerdictHistory.Run(
                        "elsewhere",
                        List.of(),
                        "2026-11-01T10:00:00Z",
                        3,
                        1.5,
                        "holds",
                        Map.of("R1.2", "holds"));
        VerdictHistory before =
                new VerdictHistory(List.of(elsewhere))
                        .with(report(4, evidence.subList(0, 1), HOSTILE));
        return new SiteContent(report, before.with(report), proof());
    }

    /** A number of examples that hold, each with a few rounds and calls. */
    public static SiteContent large(int examples) {
        List<Call> calls =
                IntStream.range(0, 6)
                        .mapToObj(
                                i ->
                                        call(
                                                i,
                                                "member " + i,
                                                new Outcome.Accepted(200, new Answer.Done()),
                                                null))
                        .toList();
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < examples; i++) {
            evidence.add(evidence(Verdict.holds(), calls));
        }
        Report report = report(examples, evidence, "A large gallery");
        return new SiteContent(report, new VerdictHistory(List.of()).with(report), null);
    }

    /** A report with this evidence, one for each example of a feature. */
    static SiteContent edition(List<Evidence> evidence) {
        Report report = report(evidence.size(), evidence, "Anybody's gallery");
        return new SiteContent(report, new VerdictHistory(List.of()).with(report), null);
    }

    /** A feature with this number of examples, which illustrate the three clauses in turn. */
    public static String feature(int examples) {
        StringBuilder text =
                new StringBuilder(
                        """
                        @R1
                        Feature: Voting
                          Why it matters.

                          Rule: Votes are answered
                        """);
        for (int i = 0; i < examples; i++) {
            text.append(
                    """
                        @R1.%d
                        Example: Number %d
                          Given Ana is a member
                    """
                            .formatted(i % 3 + 1, i));
        }
        return text.toString();
    }

    private static Report report(int examples, List<Evidence> evidence, String title) {
        FeatureText feature = FeatureText.parse("r1.feature", feature(examples));
        if (feature == null) {
            throw new IllegalStateException("the specimen is no feature");
        }
        List<Evidence> placed = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            placed.add(at(feature.examples().get(i).line(), evidence.get(i)));
        }
        Promises promises =
                new Promises(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        Duration.ZERO);
        return ReportCompiler.compile(
                new RunInfo("mine", title, List.of(), 7, Instant.EPOCH, 1.5, promises, "3 of 3"),
                SpecificationText.parse(
                        """
                        ## Many members
                        ### R1 Voting
                        - **R1.1** One.
                        - **R1.2** Two.
                        - **R1.3** Three.
                        ### R2 Reading
                        - **R2.1** Four.
                        """),
                List.of(feature),
                placed);
    }

    private static Evidence at(int line, Evidence one) {
        return new Evidence(
                one.feature(),
                line,
                one.races(),
                one.wanted(),
                one.plays(),
                one.findings(),
                one.premises(),
                one.laws(),
                one.trouble(),
                one.took());
    }

    static Evidence evidence(Verdict verdict, List<Call> calls) {
        Evidence.Play play =
                new Evidence.Play(
                        1,
                        1,
                        true,
                        null,
                        new Collision(true, 5),
                        new History(calls),
                        Map.of("i-1", HOSTILE));
        return new Evidence(
                "r1.feature",
                0,
                false,
                1,
                List.of(play),
                List.of(new Evidence.Finding("the count is right", List.of(verdict))),
                null,
                Duration.ofMillis(10));
    }

    private static Call call(int number, String actor, Outcome outcome, @Nullable Long planned) {
        long begun = planned == null ? number * MILLI : planned + MILLI;
        return new Call(
                number,
                Phase.WHEN,
                new ActorName(actor, null),
                0,
                planned == null,
                new Operation.ReadImage(new ImageId("i-1")),
                new Call.Times(begun, begun + MILLI, begun + 4 * MILLI, begun + 5 * MILLI, planned),
                outcome);
    }

    private static Proof proof() {
        return new Proof(
                1,
                new Proof.Mutation(
                        9,
                        4,
                        1,
                        0,
                        2,
                        1,
                        null,
                        List.of(new Proof.Operator(HOSTILE, 9, 4, 1, 0, 2, 1))),
                "2026-11-24T10:00:00Z",
                5,
                false,
                List.of(
                        new Proof.Defect(
                                "lost-update",
                                List.of("R1.2"),
                                20,
                                20,
                                1,
                                5,
                                0,
                                Map.of("R1.2", 20),
                                0.8,
                                "20 ms between check and act",
                                List.of(new Proof.Width(100, 5, 3)),
                                List.of("R1.2 A double tap")),
                        new Proof.Defect(
                                HOSTILE,
                                List.of("R1.3"),
                                20,
                                0,
                                20,
                                0,
                                0,
                                Map.of(),
                                null,
                                "natural",
                                List.of(),
                                List.of())),
                List.of(new Proof.Decoy("odd", 20, 0)),
                List.of(
                        new Proof.Mutant("dropped", 1, List.of(), HOSTILE, true, true, null),
                        new Proof.Mutant("unlocked", 1, List.of(), null, false, true, null),
                        new Proof.Mutant("split", 1, List.of("R1.2"), null, false, true, null),
                        new Proof.Mutant(HOSTILE, 1, List.of(), null, false, false, HOSTILE)),
                new Proof.SoundRuns(50, 15, 3300, 2, 0),
                Map.of(),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(
                        new Proof.Hollow(
                                "hollow refuses: every write",
                                1,
                                Map.of("holds", 1, "undecided", 200),
                                List.of(
                                        new Trial.Held(
                                                "R1.2", HOSTILE, Map.of("read-image", 4))))));
    }
}
