package meanwhile.suite.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.history.Collision;
import meanwhile.history.History;
import meanwhile.language.Promises;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;
import meanwhile.report.data.RunInfo;
import meanwhile.report.data.SpecificationText;
import org.jspecify.annotations.Nullable;

/**
 * A report of random verdicts, and what all its forms should tell.
 *
 * @param verdicts of the played examples of each promise
 * @param accepted the promises whose contradiction is accepted
 * @param report the report of them
 */
record DrawnReport(Map<String, List<Verdict>> verdicts, List<String> accepted, Report report) {
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

    /** The ids of the promises of these rules. */
    static final List<String> NAMES =
            List.of("R1.1", "R1.2", "X1", "SEAT-1", "mine-rule-4", "mine-rule-5");

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

    /** Few kinds of verdicts in one report, so that also a run of which nothing holds is drawn. */
    static DrawnReport draw(Random random) {
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
        return new DrawnReport(verdicts, accepted, report(text.toString(), inOrder, accepted));
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
