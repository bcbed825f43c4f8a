package meanwhile.suite.run;

import meanwhile.check.Evidence;
import meanwhile.steps.ExampleScheduler;
import meanwhile.suite.setup.AtExit;

/** Receives the evidence of each example: keeps it, records its history and prints its verdict. */
final class EvidenceCollector {
    private final RunOptions options;
    private final ExampleSelection selection;
    private final ExampleScheduler scheduler;
    private final RunFindings findings;
    private final HistoryWriter histories;
    private final Console console;

    EvidenceCollector(
            RunOptions options,
            ExampleSelection selection,
            ExampleScheduler scheduler,
            RunFindings findings,
            HistoryWriter histories,
            Console console) {
        this.options = options;
        this.selection = selection;
        this.scheduler = scheduler;
        this.findings = findings;
        this.histories = histories;
        this.console = console;
    }

    void collect(Evidence evidence) {
        synchronized (findings) {
            if (AtExit.hasBegun()) {
                // While the process ends, the gallery may be closing: a fault found then would be
                // no fault of it.
                return;
            }
            findings.add(evidence);
            if (options.experiment() == null) {
                histories.record(findings.target(), findings.pages(evidence), evidence);
            }
        }
        String title = selection.title(evidence.feature(), evidence.line());
        console.ends(evidence, title);
        if (evidence.contradicted() > 0 && options.experiment() != null) {
            scheduler.turnAway(selection.needless(options.experiment().ends(), title));
        }
    }
}
