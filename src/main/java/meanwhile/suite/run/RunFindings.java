package meanwhile.suite.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.check.Evidence;
import meanwhile.check.PromiseMeanings;
import meanwhile.check.Verdict;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;
import meanwhile.report.data.RunInfo;
import meanwhile.steps.ExampleScheduler;
import meanwhile.target.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a run so far, and the report of them. Examples add to it from many threads;
 * callers that need several changes to be atomic hold its monitor.
 */
final class RunFindings {
    private final RunOptions options;
    private final Profile profile;
    private final RunInputs inputs;
    private final Instant started = Instant.now();
    private final List<Evidence> evidence = new ArrayList<>();
    private @Nullable String canary;
    private List<String> left = List.of();
    private List<String> unjudged = List.of();
    private List<String> unmet = List.of();
    private @Nullable Map<String, List<Report.Example>> pages;

    RunFindings(RunOptions options, Profile profile, RunInputs inputs) {
        this.options = options;
        this.profile = profile;
        this.inputs = inputs;
    }

    /** Adds the evidence of an example. */
    synchronized void add(Evidence one) {
        evidence.add(one);
    }

    /** Sets the result of the canary, in words. */
    synchronized void measured(String words) {
        canary = words;
    }

    /** Sets what could not be cleaned up on the target. */
    synchronized void left(List<String> what) {
        left = what;
    }

    /** Sets what the target asked of others that is part of no verdict. */
    synchronized void unjudged(List<String> what) {
        unjudged = what;
    }

    /** The report at the end, which also says of which rows of the contract no call made use. */
    synchronized Report concluded() {
        unmet = ContractUse.unmet(inputs.contract(), evidence);
        return report();
    }

    /** All evidence, in the order in which it came. */
    synchronized List<Evidence> soFar() {
        return List.copyOf(evidence);
    }

    /** The report of all findings so far. */
    synchronized Report report() {
        return report(evidence);
    }

    /** The report of only this evidence. */
    synchronized Report report(List<Evidence> shown) {
        RunInfo facts =
                new RunInfo(
                        profile.name(),
                        profile.title(),
                        options.defects(),
                        options.seed(),
                        started,
                        Duration.between(started, Instant.now()).toMillis() / 1000.0,
                        profile.promises(),
                        canary,
                        PromiseMeanings.of(profile.promises()),
                        left,
                        unjudged,
                        unmet);
        return ReportCompiler.compile(
                        facts, inputs.specification(), inputs.features().features(), shown)
                .accepting(inputs.acceptances().of(profile.name()));
    }

    /** The short name of the target. */
    String target() {
        return profile.name();
    }

    /** The example as each of its clauses shows it: a page, and a history, for each. */
    synchronized List<Report.Example> pages(Evidence one) {
        if (pages == null) {
            // Once for all: a report of thousands of examples takes a while to compile.
            pages =
                    report(
                                    inputs.selection().examples().stream()
                                            .map(example -> unplayed(example.place()))
                                            .toList())
                            .promises()
                            .stream()
                            .flatMap(promise -> promise.examples().stream())
                            .filter(example -> example.evidence() != null)
                            .collect(Collectors.groupingBy(RunFindings::place));
        }
        return pages.getOrDefault(ExampleSelection.place(one.feature(), one.line()), List.of());
    }

    private static String place(Report.Example example) {
        Evidence unplayed = Objects.requireNonNull(example.evidence());
        return ExampleSelection.place(unplayed.feature(), unplayed.line());
    }

    /** Adds an undecided verdict for each example that was not executed to its end. */
    synchronized void interrupted() {
        Set<String> shown =
                evidence.stream()
                        .map(one -> ExampleSelection.place(one.feature(), one.line()))
                        .collect(Collectors.toSet());
        for (ExampleScheduler.Announced example : inputs.selection().examples()) {
            if (!shown.contains(example.place())) {
                evidence.add(unplayed(example.place()));
            }
        }
    }

    private static Evidence unplayed(String place) {
        int colon = place.lastIndexOf(':');
        return new Evidence(
                place.substring(0, colon),
                Integer.parseInt(place.substring(colon + 1)),
                false,
                0,
                List.of(),
                List.of(),
                new Verdict.Undecided("the run was interrupted before the end of this example"),
                Duration.ZERO);
    }
}
