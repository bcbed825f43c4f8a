package meanwhile.report.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** The laws that were judged with these examples. */
    static List<LawLine> of(List<Evidence> examples) {
        Map<String, List<Evidence.LawFinding>> laws = new LinkedHashMap<>();
        for (Evidence example : examples) {
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
