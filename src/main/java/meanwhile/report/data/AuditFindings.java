package meanwhile.report.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import meanwhile.check.Evidence;
import meanwhile.report.data.Report.Example;
import meanwhile.report.data.Report.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The laws that audits found broken. A broken law counts for the clause that promises it, and is
 * shown by the example after which it was found.
 */
final class AuditFindings {
    private final Map<String, Map<String, List<Broken>>> byClause = new HashMap<>();
    private final Map<String, FeatureText.Example> texts = new HashMap<>();
    private final Map<String, String> histories = new HashMap<>();

    private record Broken(Evidence found, Evidence.LawFinding law) {
        String place() {
            return OwnRules.place(found.feature(), found.line());
        }
    }

    /** Takes note of what an example's audit found. */
    void add(Evidence evidence) {
        for (Evidence.LawFinding law : evidence.broken()) {
            byClause.computeIfAbsent(law.clause(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(law.sentence(), _ -> new ArrayList<>())
                    .add(new Broken(evidence, law));
        }
    }

    /** Takes note of how an example reads. */
    void written(FeatureText feature, FeatureText.Example example) {
        texts.put(OwnRules.place(feature.path(), example.line()), example);
    }

    /** Takes note of the page, and the history, of an example that was played. */
    void shownAs(@Nullable Evidence evidence, String page) {
        if (evidence != null) {
            histories.putIfAbsent(OwnRules.place(evidence.feature(), evidence.line()), page);
        }
    }

    /** What was found against a clause: each broken law once, where it was found first. */
    List<Example> against(String clause, Slugs pages) {
        List<Example> found = new ArrayList<>();
        byClause.getOrDefault(clause, Map.of())
                .forEach((sentence, all) -> found.add(example(clause, sentence, all, pages)));
        return found;
    }

    private Example example(String clause, String sentence, List<Broken> all, Slugs pages) {
        Broken first = all.getFirst();
        FeatureText.Example text = Objects.requireNonNull(texts.get(first.place()));
        String others =
                switch (all.size()) {
                    case 1 -> "";
                    case 2 -> " and another example";
                    default -> " and %d other examples".formatted(all.size() - 1);
                };
        String name = "%s; found after “%s”%s".formatted(sentence, text.name(), others);
        String page = pages.unused(clause + " " + sentence);
        return new Example(
                page,
                histories.getOrDefault(first.place(), page),
                new FeatureText.Example(text.line(), name, text.rule(), text.tags(), text.steps()),
                Standing.CONTRADICTED,
                first.found().of(first.law()));
    }
}
