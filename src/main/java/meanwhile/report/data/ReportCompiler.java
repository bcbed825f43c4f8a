package meanwhile.report.data;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.language.Naming;
import meanwhile.report.data.Report.Clause;
import meanwhile.report.data.Report.Example;
import meanwhile.report.data.Report.Standing;
import org.jspecify.annotations.Nullable;

/** Compiles a report from the specification, the features and the evidence of a run. */
public final class ReportCompiler {
    private final Map<String, List<Placed>> byClause = new HashMap<>();
    private final Map<String, FeatureText> byScenario = new HashMap<>();
    private final Map<String, Evidence> evidence = new HashMap<>();
    private final Set<String> slugs = new HashSet<>();

    private record Placed(FeatureText feature, FeatureText.Example example) {}

    private ReportCompiler(List<FeatureText> features, List<Evidence> shown) {
        for (FeatureText feature : features) {
            for (FeatureText.Example example : feature.examples()) {
                for (String tag : example.tags()) {
                    byClause.computeIfAbsent(tag, _ -> new ArrayList<>())
                            .add(new Placed(feature, example));
                    byScenario.putIfAbsent(tag, feature);
                }
            }
        }
        shown.forEach(one -> evidence.put(place(one.feature(), one.line()), one));
    }

    /** The report of a run. */
    public static Report compile(
            RunInfo run,
            SpecificationText specification,
            List<FeatureText> features,
            List<Evidence> evidence) {
        ReportCompiler compiler = new ReportCompiler(features, evidence);
        return new Report(
                run,
                specification.groups().stream()
                        .map(
                                group ->
                                        new Report.Group(
                                                group.title(),
                                                group.scenarios().stream()
                                                        .map(compiler::scenario)
                                                        .toList()))
                        .toList());
    }

    private Report.Scenario scenario(SpecificationText.Scenario scenario) {
        FeatureText feature = byScenario.get(scenario.id());
        return new Report.Scenario(
                scenario.id(),
                scenario.title(),
                feature == null ? "" : feature.prose(),
                scenario.clauses().stream().map(this::clause).toList());
    }

    private Clause clause(SpecificationText.Clause clause) {
        List<Placed> placed = byClause.getOrDefault(clause.id(), List.of());
        List<Example> examples = placed.stream().map(one -> example(clause.id(), one)).toList();
        List<Verdict> verdicts =
                examples.stream()
                        .map(Example::evidence)
                        .filter(one -> one != null)
                        .map(Evidence::verdict)
                        .toList();
        boolean played = !verdicts.isEmpty();
        Verdict verdict = overall(verdicts);
        return new Clause(
                clause.id(),
                clause.sentence(),
                placed.isEmpty() ? "" : placed.getFirst().feature().title(),
                placed.isEmpty() ? "" : placed.getFirst().example().rule(),
                placed.isEmpty() ? "" : placed.getFirst().example().reason(),
                played ? Standing.of(verdict) : Standing.NOT_SPECIFIED,
                played ? reason(verdict, verdicts) : unplayed(placed),
                examples);
    }

    /** Examples that the target does not offer do not count; the others decide the verdict. */
    private static Verdict overall(List<Verdict> verdicts) {
        List<Verdict> judged =
                verdicts.stream()
                        .filter(verdict -> !(verdict instanceof Verdict.NotOffered))
                        .toList();
        return Verdict.worst(judged.isEmpty() ? verdicts : judged);
    }

    /**
     * The reason of a verdict; for a clause that holds as far as it was judged, how far that is.
     */
    private static @Nullable String reason(Verdict verdict, List<Verdict> verdicts) {
        List<String> lacking =
                verdicts.stream()
                        .filter(Verdict.NotOffered.class::isInstance)
                        .map(ReportCompiler::reason)
                        .toList();
        return verdict instanceof Verdict.Holds && !lacking.isEmpty()
                ? "%d of %d examples not offered: %s"
                        .formatted(lacking.size(), verdicts.size(), lacking.getFirst())
                : reason(verdict);
    }

    private Example example(String clause, Placed placed) {
        Evidence shown = evidence.get(place(placed.feature().path(), placed.example().line()));
        return new Example(
                unused(slug(clause + " " + placed.example().name())),
                placed.example(),
                shown == null ? Standing.NOT_SPECIFIED : Standing.of(shown.verdict()),
                shown);
    }

    /** Why a verdict is not “holds”, in a few words; for a contradiction, what was expected. */
    public static @Nullable String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds _ -> null;
            case Verdict.Contradicted(CounterExample why) -> DisplayText.cut(why.expected());
            case Verdict.Undecided(String reason) -> DisplayText.cut(reason);
            case Verdict.NotOffered(String reason) -> DisplayText.cut(reason);
        };
    }

    private static String unplayed(List<Placed> placed) {
        return placed.isEmpty() ? "not specified by example yet" : "left out of this run";
    }

    /** Examples of an outline may share a name, but not a page. */
    private String unused(String slug) {
        String free = slug;
        for (int i = 2; !slugs.add(free); i++) {
            free = slug + "-" + i;
        }
        return free;
    }

    /** A name for a file: lower case letters, digits and dashes. */
    static String slug(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "")
                .replaceAll("^(.{100}).*", "$1");
    }

    private static String place(String feature, int line) {
        return feature + ":" + line;
    }

    /** The feature's names for the identifiers of one play. */
    public static Naming naming(Evidence.Play play) {
        return id -> play.names().getOrDefault(id, id);
    }
}
