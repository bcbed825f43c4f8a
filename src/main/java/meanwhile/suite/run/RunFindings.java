package meanwhile.suite.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * What a run has found out so far, and the report of it. Examples add to it from many threads;
 * whoever needs several things to happen at once holds its monitor.
 */
final class RunFindings {
    private final RunOptions options;
    private final Profile profile;
    private final RunInputs inputs;
    private final Instant started = Instant.now();
    private final List<Evidence> evidence = new ArrayList<>();
    private @Nullable String canary;
    private List<String> left = List.of();

    RunFindings(
RunOptions options, Profile profile, RunInputs inputs) {
        this.options = options;
        this.profile = profile;
        this.inputs = inputs;
    }

    /** An example was played. */
    synchronized void add(Evidence one) {
        evidence.add(one);
    }

    /** How well the collisions work here, in words. */
    synchronized void measured(String words) {
        canary = words;
    }

    /** What could not be taken away from the target. */
    synchronized void left(List<String> what) {
        left = what;
    }

    /** All evidence, in the order in which it came. */
    synchronized List<Evidence> soFar() {
        return List.copyOf(evidence);
    }

    /** Everything that the run found out, so far. */
    synchronized Report report() {
        return report(evidence);
    }

    /** The report as it were if there were only this. */
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
                        left);
        return ReportCompiler.compile(facts, inputs.specification(), inputs.features().features(), shown)
                .accepting(inputs.acceptances().of(profile.name()));
    }

    /** What had not been played, or not to its end, is undecided. */
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
                new Verdict.Undecided("the run was interrupted before this was played to its end"),
                Duration.ZERO);
    }
}
