package meanwhile.suite.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.actors.RunContext;
import meanwhile.check.contract.ContractTable;
import meanwhile.check.contract.ContractText;
import meanwhile.language.Domain;
import meanwhile.report.data.OwnRules;
import meanwhile.report.data.Report;
import meanwhile.report.data.SpecificationText;
import meanwhile.steps.ExampleScheduler;
import meanwhile.steps.Wording;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.setup.SetUpException;

/**
 * Everything that a run reads before it opens its target, so that a mistake in a file is reported
 * at once.
 *
 * @param specification the clauses of the features
 * @param features every step is a known phrase
 * @param wording what these features may say
 * @param contract what is true one call at a time
 * @param selection the examples that will run
 * @param acceptances the contradictions that are known and accepted
 * @param publisher writes the report, and knows the verdicts of earlier runs
 */
record RunInputs(
        SpecificationText specification,
        FeatureFiles features,
        Wording wording,
        ContractTable contract,
        ExampleSelection selection,
        Acceptances acceptances,
        ReportPublisher publisher) {
    /** This many concurrent examples keep two cores busy, and calls still overlap. */
    private static final int LANES = Integer.getInteger("meanwhile.lanes", 6);

    /**
     * Reads the inputs.
     *
     * @param own a team's own classes with step definitions
     * @throws SetUpException if one of them is missing or malformed
     */
    static RunInputs read(RunOptions options, List<Class<?>> own, Console console) {
        console.stage(
                options.features() == null
                        ? "reading the specification"
                        : "reading the features in " + options.features());
        FeatureFiles features = FeatureFiles.in(options.features());
        features.warnings().forEach(warning -> console.note("Warning: " + warning));
        Domain domain = OpenTarget.domain(options.target(), options.features());
        Wording wording = new Wording(domain, own);
        SpecificationText specification = SpecificationFile.inForce(options, wording, features);
        new ClauseTags(specification).require(features.features());
        if (options.features() != null) {
            console.stage("checking the phrases of %d examples".formatted(features.examples()));
        }
        features.proofread(wording);
        ContractTable contract =
                ContractFiles.read(stated(features, domain), domain, options.features());
        OwnRules ownRules = new OwnRules(specification, features.features());
        ReportPublisher publisher = ReportPublisher.of(options);
        requireKnown(options.clauses(), selectable(specification, ownRules));
        ExampleSelection selection = new ExampleSelection(features.features(), ownRules, options);
        Acceptances acceptances =
                options.accepted() == null
                        ? Acceptances.NONE
                        : Acceptances.read(
                                options.accepted(),
                                acceptable(specification, ownRules),
                                LocalDate.now(ZoneId.systemDefault()));
        return new RunInputs(
                specification, features, wording, contract, selection, acceptances, publisher);
    }

    /** The contract of a gallery is built in, unless the features state another. */
    private static ContractText stated(FeatureFiles features, Domain domain) {
        boolean isBuiltIn = domain.isEmpty() && features.contract().isEmpty();
        return isBuiltIn ? FeatureFiles.in(null).contract() : features.contract();
    }

    private static void requireKnown(List<String> asked, List<String> ids) {
        List<String> unknown = asked.stream().filter(id -> !ids.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw new SetUpException(
                    "--clause: “%s” does not fit; allowed are %s"
                            .formatted(String.join("”, “", unknown), String.join(", ", ids)));
        }
    }

    /** The clauses and own rules, and the scenarios that have many of them. */
    private static List<String> selectable(SpecificationText specification, OwnRules own) {
        return Stream.concat(
                        specification.scenarios().stream().map(SpecificationText.Scenario::id),
                        acceptable(specification, own).stream())
                .toList();
    }

    private static List<String> acceptable(SpecificationText specification, OwnRules own) {
        return Stream.concat(
                        specification.clauses().stream().map(SpecificationText.Clause::id),
                        own.ids().stream())
                .toList();
    }

    /** The command that repeats an example of the run. */
    String repetition(RunOptions options, Report.Example example) {
        return wording.own().isEmpty()
                ? ReplayCommand.of(options, publisher.history(example))
                : ReplayCommand.ofSuite(options);
    }

    /** Creates the schedule of the examples. */
    ExampleScheduler scheduler(RunOptions options) {
        RunOptions.Experiment experiment = options.experiment();
        List<String> openings = experiment == null ? List.of() : experiment.openings();
        ExampleScheduler scheduler =
                new ExampleScheduler(
                        lanes(options),
                        selection.examples(),
                        openings.stream().map(selection::place).filter(Objects::nonNull).toList());
        if (experiment != null && !experiment.only().isEmpty()) {
            scheduler.turnAway(selection.placesBut(experiment.only()));
        }
        return scheduler;
    }

    /** The selected examples that a target does not offer, as far as that is known by now. */
    UnofferedExamples unoffered(Offer offer) {
        Set<String> selected =
                selection.examples().stream()
                        .map(ExampleScheduler.Announced::place)
                        .collect(Collectors.toSet());
        return UnofferedExamples.of(features.features(), selected::contains, offer, wording);
    }

    /** In a sequential run, calls must not overlap those of other examples either. */
    private static int lanes(RunOptions options) {
        return options.manner() == RunContext.Manner.AT_ONCE ? LANES : 1;
    }
}
