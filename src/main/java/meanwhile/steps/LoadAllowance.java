package meanwhile.steps;

import java.time.Duration;
import java.util.function.Supplier;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Promises;

/**
 * Excuses a gallery that was late because other programs took the processors. A promise that is
 * contradicted meanwhile is judged again with much more time: if it is kept then, the gallery was
 * slow only, and its fault cannot be shown. A fault that no extra time would mend, such as a lost
 * vote or a partial effect that was visible, stays contradicted however busy the machine is.
 */
final class LoadAllowance {
    /** The share of all processors that other programs never take for long on a quiet machine. */
    private static final double MUCH = 0.15;

    private static final int TIMES = 60;

    private final Taken others;
    private final long origin;
    private int factor = 1;

    /** The share of the processors that others took in an interval. */
    @FunctionalInterface
    interface Taken {
        double share(long from, long until);
    }

    /**
     * @param others on the clock of {@link System#nanoTime}
     * @param origin when the run began, on the clock of {@link System#nanoTime}
     */
    LoadAllowance(Taken others, long origin) {
        this.others = others;
        this.origin = origin;
    }

    /** A promised time, or the extended one while a verdict is checked again. */
    Duration of(Duration promised) {
        return promised.multipliedBy(factor);
    }

    /** The same for a promise about a crowd. */
    Promises.Pressure of(Promises.Pressure promised) {
        return promised.times(factor);
    }

    /**
     * Judges with allowance for other programs.
     *
     * @param history of the round that is judged
     * @param question asked again if necessary, with promises as {@link #of} gives them
     */
    Verdict allowing(History history, Supplier<Verdict> question) {
        Verdict verdict = question.get();
        if (!(verdict instanceof Verdict.Contradicted)) {
            return verdict;
        }
        double share = share(history);
        if (share < MUCH) {
            return verdict;
        }
        factor = TIMES;
        try {
            return question.get() instanceof Verdict.Contradicted ? verdict : busy(share);
        } finally {
            factor = 1;
        }
    }

    /** Whether this call was slow while other programs took the processors. */
    boolean isExcused(Call call) {
        return others.share(origin + call.times().begun(), origin + ended(call)) >= MUCH;
    }

    private double share(History history) {
        long from = history.stream().mapToLong(call -> call.times().begun()).min().orElse(0);
        long until = history.stream().mapToLong(LoadAllowance::ended).max().orElse(from);
        return others.share(origin + from, origin + until);
    }

    private static long ended(Call call) {
        return call.times().ended();
    }

    private static Verdict busy(double share) {
        return new Verdict.Undecided(
                "slow only; %.0f %% of this machine's processors were used by other programs or by the JVM itself"
                        .formatted(100 * share));
    }
}
