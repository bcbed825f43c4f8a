package meanwhile.suite.run;

import java.util.List;
import meanwhile.actors.Cleanup;
import meanwhile.actors.RunContext;
import meanwhile.report.data.ForeignText;
import meanwhile.suite.open.OpenTarget;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what a run created on its target, on the first call only, and tells what it heard in
 * vain.
 */
final class TargetCleanup {
    private final OpenTarget target;
    private final RunContext context;
    private final Cleanup cleanup;
    private final Console console;
    private final RunFindings findings;
    private @Nullable List<String> left;
    private volatile boolean begun;

    TargetCleanup(OpenTarget target, RunContext context, Console console, RunFindings findings) {
        this.target = target;
        this.context = context;
        cleanup = new Cleanup(context);
        this.console = console;
        this.findings = findings;
    }

    /**
     * Deletes everything and prints what could not be deleted. An embedded gallery is discarded
     * instead.
     */
    synchronized void once() {
        if (left == null) {
            begun = true;
            left = target.isEmbedded() ? List.of() : cleanup.takeAway(console::swept);
            findings.left(left);
            console.left(left);
            List<String> unjudged = context.heardInVain();
            findings.unjudged(unjudged.stream().map(ForeignText::markup).toList());
            console.unjudged(unjudged);
        }
    }

    /** After Ctrl-C during the cleanup: skips the rest. */
    void leaveTheRest() {
        if (begun) {
            cleanup.dropTheRest();
        }
    }
}
