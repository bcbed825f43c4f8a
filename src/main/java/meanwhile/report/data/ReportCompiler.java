package meanwhile.report.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    private final AuditFindings audits = new AuditFindings();
    private final Slugs pages = new Slugs();

    private static final String NONE_MEETS =
            "the examples in which things happen at once are not offered; the others say nothing of"
                    + " that";

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
        for (Evidence one : shown) {
            evidence.put(OwnRules.place(one.feature(), one.line()), one);
            audits.add(one);
        }
        for (FeatureText feature : features) {
            feature.examples().forEach(example -> audits.written(feature, example));
        }
    }

    /** The report of a run. */
    public static Report compile(
            RunInfo run,
            SpecificationText specification,
            List<FeatureText> features,
            List<Evidence> evidence) {
        ReportCompiler compiler = new ReportCompiler(features, evidence);
        List<Report.Group> groups =
                specification.groups().stream()
                        .map(
                                group ->
                                        new Report.Group(
                                                group.title(),
                                                group.scenarios().stream()
                                                        .map(compiler::scenario)
                                                        .toList()))
                        .toList();
        Slugs scenarios = new Slugs();
        specification.scenarios().forEach(one -> scenarios.unused(one.id()));
        List<Report.Scenario> own = new ArrayList<>();
        new OwnRules(specification, features)
                .byFeature()
                .forEach(
                        (feature, rules) ->
                                own.add(
                                        compiler.own(
                                                scenarios.unused(feature.title()),
                                                feature,
                                                rules)));
        return new Report(run, groups.stream().map(compiler::audited).toList(), own);
    }

    private Report.Scenario scenario(SpecificationText.Scenario scenario) {
        FeatureText feature = byScenario.get(scenario.id());
        return new Report.Scenario(
                scenario.id(),
                scenario.title(),
                feature == null ? "" : feature.prose(),
                scenario.clauses().stream().map(clause -> clause(scenario.id(), clause)).toList());
    }

    private Report.Scenario own(String id, FeatureText feature, List<OwnRules.OwnRule> rules) {
        return new Report.Scenario(
                id,
                feature.title(),
                feature.prose(),
                rules.stream().map(rule -> rule(id, feature, rule)).toList());
    }

    private Clause rule(String scenario, FeatureText feature, OwnRules.OwnRule rule) {
        List<Example> examples =
                rule.examples().stream()
                        .map(one -> example(rule.id(), new Placed(feature, one)))
                        .toList();
        Found found = found(examples, List.of());
        return new Clause(
                rule.id(),
                scenario,
                rule.title(),
                feature.title(),
                rule.title(),
                rule.reason(),
                found.standing(),
                found.reason(),
                examples,
                List.of());
    }

    private Clause clause(String scenario, SpecificationText.Clause clause) {
        List<Placed> placed = byClause.getOrDefault(clause.id(), List.of());
        List<Example> examples = placed.stream().map(one -> example(clause.id(), one)).toList();
        Found found = found(examples, List.of());
        return new Clause(
                clause.id(),
                scenario,
                clause.sentence(),
                placed.isEmpty() ? "" : placed.getFirst().feature().title(),
                placed.isEmpty() ? "" : placed.getFirst().example().rule().title(),
                placed.isEmpty() ? "" : placed.getFirst().example().rule().reason(),
                found.standing(),
                found.reason(),
                examples,
                List.of());
    }

    /** The same clauses with what audits found against them; all pages have their names by now. */
    private Report.Group audited(Report.Group group) {
        return new Report.Group(
                group.title(),
                group.scenarios().stream()
                        .map(
                                one ->
                                        new Report.Scenario(
                                                one.id(),
                                                one.title(),
                                                one.prose(),
                                                one.clauses().stream().map(this::audited).toList()))
                        .toList());
    }

    private Clause audited(Clause clause) {
        List<Example> broken = audits.against(clause.id(), pages);
        if (broken.isEmpty()) {
            return clause;
        }
        Found found = found(clause.examples(), broken);
        return new Clause(
                clause.id(),
                clause.scenario(),
                clause.sentence(),
                clause.feature(),
                clause.rule(),
                clause.why(),
                found.standing(),
                found.reason(),
                clause.examples(),
                broken);
    }

    /** The verdict of several examples together. */
    private record Found(Standing standing, @Nullable String reason) {}

    private static Found found(List<Example> examples, List<Example> broken) {
        List<Verdict> verdicts =
                Stream.concat(examples.stream(), broken.stream())
                        .map(Example::evidence)
                        .filter(one -> one != null)
                        .map(Evidence::verdict)
                        .toList();
        if (examples.isEmpty() && broken.isEmpty()) {
            return new Found(Standing.NOT_SPECIFIED, "not specified by example yet");
        }
        if (verdicts.isEmpty()) {
            return new Found(Standing.NOT_PLAYED, "left out of this run");
        }
        Verdict verdict = overall(verdicts);
        if (verdict instanceof Verdict.Holds && isNoneThatMeets(examples)) {
            return new Found(Standing.UNDECIDED, NONE_MEETS);
        }
        return new Found(Standing.of(verdict), reason(verdict, verdicts));
    }

    /**
     * Whether the target offers none of the examples in which things happen at once, although there
     * are some: then the others do not speak for them.
     */
    private static boolean isNoneThatMeets(List<Example> examples) {
        List<Standing> meeting =
                examples.stream()
                        .filter(example -> example.text().isAboutMeeting())
                        .map(Example::standing)
                        .filter(Standing::isPlayed)
                        .toList();
        return !meeting.isEmpty()
                && meeting.stream().allMatch(standing -> standing == Standing.NOT_OFFERED);
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
        Evidence shown =
                evidence.get(OwnRules.place(placed.feature().path(), placed.example().line()));
        String page = pages.unused(clause + " " + placed.example().name());
        audits.shownAs(shown, page);
        return new Example(
                page,
                page,
                placed.example(),
                shown == null ? Standing.NOT_PLAYED : Standing.of(shown.verdict()),
                shown);
    }

    /** Why a verdict is not “holds”, in a few words; for a contradiction, what was expected. */
    public static @Nullable String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds _ -> null;
            case Verdict.Contradicted(CounterExample why) -> ForeignText.markup(why.expected());
            case Verdict.Undecided(String reason) -> ForeignText.markup(reason);
            case Verdict.NotOffered(String reason) -> ForeignText.markup(reason);
        };
    }

    /** The feature's names for the identifiers of one play. */
    public static Naming naming(Evidence.Play play) {
        return id -> play.names().getOrDefault(id, id);
    }
}
