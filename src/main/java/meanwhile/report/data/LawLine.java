package meanwhile.report.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;

/**
 * A law of the target's own domain, over all examples. Where it is broken, the example is
 * contradicted.
 *
 * @param sentence the law in words
 * @param verdict “not played” if nothing happened of which it speaks
 * @param examples after how many examples it was judged
 * @param plays after how many plays of their rounds
 */
public record LawLine(String sentence, Report.Standing verdict, int examples, int plays) {
    /** The laws of a run, in the order in which they were judged first. */
    public static List<LawLine> of(Report report) {
        Map<String, List<Evidence.LawFinding>> laws = new LinkedHashMap<>();
        for (Evidence example : examples(report)) {
            for (Evidence.LawFinding law : example.laws()) {
                if (law.clause().isEmpty()) {
                    laws.computeIfAbsent(law.sentence(), _ -> new ArrayList<>()).add(law);
                }
            }
        }
        List<LawLine> lines = new ArrayList<>();
        laws.forEach((sentence, findings) -> lines.add(line(sentence, findings)));
        return lines;
    }

    /** Each example once, whatever it illustrates. */
    private static Collection<Evidence> examples(Report report) {
        Map<String, Evidence> examples = new LinkedHashMap<>();
        report.promises().stream()
                .flatMap(promise -> promise.examples().stream())
                .map(Report.Example::evidence)
                .filter(Objects::nonNull)
                .forEach(
                        one ->
                                examples.putIfAbsent(
                                        OwnRules.place(one.feature(), one.line()), one));
        return examples.values();
    }

    private static LawLine line(String sentence, List<Evidence.LawFinding> all) {
        List<Evidence.LawFinding> spoken =
                all.stream().filter(finding -> !finding.verdicts().isEmpty()).toList();
        return new LawLine(
                sentence,
                spoken.isEmpty()
                        ? Report.Standing.NOT_PLAYED
                        : Report.Standing.of(
                                Verdict.worst(
                                        spoken.stream()
                                                .map(Evidence.LawFinding::verdict)
                                                .toList())),
                spoken.size(),
                spoken.stream().mapToInt(finding -> finding.verdicts().size()).sum());
    }
}
