package meanwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.proof.Proof;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.ForeignText;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;
import meanwhile.report.page.PageLocation;
import meanwhile.report.page.PagePaths;
import meanwhile.report.page.SiteContent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The search index, as a script that sets {@code meanwhileIndex}: a page that was opened from a
 * file may load scripts beside it, but may not fetch data.
 */
final class SiteSearchIndex {
    /** The number of characters of a story that are searched. */
    private static final int STORY = 400;

    /**
     * An entry of the index. Names are short, because there may be tens of thousands of entries.
     *
     * @param k what it is
     * @param t its title
     * @param s what it belongs to
     * @param u its address
     * @param v its verdict; null if it has none
     * @param g its tags
     * @param x further words that find it
     */
    private record Entry(
            String k, String t, String s, String u, @Nullable String v, List<String> g, String x) {}

    private final PageLocation front;
    private final List<Entry> entries = new ArrayList<>();

    private SiteSearchIndex(PageLocation front) {
        this.front = front;
    }

    static String script(SiteContent content, PageLocation front) {
        SiteSearchIndex index = new SiteSearchIndex(front);
        for (Report.Group group : content.report().allGroups()) {
            group.scenarios().forEach(scenario -> index.add(group, scenario));
        }
        if (content.proof() != null) {
            index.add(content.proof());
        }
        String json = ForeignText.json(JsonMapper.shared().writeValueAsString(index.entries));
        return "window.meanwhileIndex = " + json + ";\n";
    }

    private void add(Report.Group group, Report.Scenario scenario) {
        String page = PagePaths.feature(scenario.id());
        List<String> scenarioTag = List.of(scenario.id());
        entries.add(
                new Entry(
                        "feature",
                        scenario.title(),
                        scenario.id() + " · " + group.title(),
                        front.to(page),
                        null,
                        scenarioTag,
                        scenario.prose()));
        for (Report.Clause clause : scenario.clauses()) {
            entries.add(
                    new Entry(
                            "promise",
                            clause.sentence(),
                            clause.id() + " · " + scenario.title(),
                            front.to(page, clause.id()),
                            clause.standing().word(),
                            Stream.of(scenario.id(), clause.id()).distinct().toList(),
                            words(clause.rule(), clause.why(), clause.reason())));
            clause.shown().forEach(example -> add(scenario, clause, example));
        }
    }

    private void add(Report.Scenario scenario, Report.Clause clause, Report.Example example) {
        entries.add(
                new Entry(
                        "example",
                        example.text().name(),
                        clause.id() + " · " + scenario.title(),
                        example.evidence() == null
                                ? front.to(PagePaths.feature(scenario.id()), clause.id())
                                : front.to(PagePaths.example(example.slug())),
                        example.standing().word(),
                        example.text().tags(),
                        words(clause.rule(), steps(example.text()), story(example.evidence()))));
    }

    private void add(Proof proof) {
        for (Proof.Defect defect : proof.defects()) {
            entries.add(
                    new Entry(
                            "planted defect",
                            defect.name(),
                            "caught in %d of %d".formatted(defect.catches(), defect.runs()),
                            front.to(PagePaths.POWER),
                            null,
                            defect.breaks(),
                            ""));
        }
    }

    private static String steps(FeatureText.Example example) {
        return example.steps().stream()
                .flatMap(
                        step ->
                                Stream.concat(
                                        Stream.of(step.words()),
                                        step.rows().stream().flatMap(List::stream)))
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String story(@Nullable Evidence evidence) {
        if (evidence != null
                && evidence.verdict() instanceof Verdict.Contradicted(CounterExample why)) {
            String told = why.told(ReportCompiler.naming(evidence.plays().getFirst()));
            return told.length() <= STORY ? told : told.substring(0, STORY);
        }
        return evidence == null ? null : ReportCompiler.reason(evidence.verdict());
    }

    private static String words(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
