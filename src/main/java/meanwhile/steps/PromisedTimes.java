package meanwhile.steps;

import java.time.Duration;
import java.util.function.Supplier;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Promises;

/**
 * The times that the target promises, or longer ones while a question is asked again because other
 * programs kept the machine busy.
 */
public final class PromisedTimes {
    private final Promises promises;
    private final LoadAllowance allowance;

    public PromisedTimes(RunServices run) {
        promises = run.context().promises();
        allowance = new LoadAllowance(run.hostLoad()::share, run.context().origin());
    }

    Promises.Pressure pressure() {
        return allowance.of(promises.pressure());
    }

    Duration processing() {
        return allowance.of(promises.processing());
    }

    Duration propagation() {
        return allowance.of(promises.propagation());
    }

    Duration totals() {
        return allowance.of(promises.totals());
    }

    Duration answer() {
        return allowance.of(promises.answer());
    }

    /** Whether this call was slow while this machine was too busy to blame the gallery. */
    boolean isExcused(Call call) {
        return allowance.isExcused(call);
    }

    /**
     * Judges, and judges again with more time if the gallery was slow only and the machine busy.
     */
    Verdict allowing(History history, Supplier<Verdict> question) {
        return allowance.allowing(history, question);
    }
}
