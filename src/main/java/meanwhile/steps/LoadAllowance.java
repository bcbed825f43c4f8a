package meanwhile.steps;

import java.time.Duration;
import java.util.function.Supplier;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Promises;

/**
 * Whether a gallery was late because other programs kept the processors from it, which is not its
 * fault. A promise that is contradicted while they do is judged again with much more time: if it is
 * kept then, only time was missing, and nobody can tell whose fault that was. What no time would
 * mend, a lost vote or a half that somebody saw, stays contradicted on the busiest machine.
 */
final class LoadAllowance {
    /** A share of all processors that a quiet machine's other programs never take for long. */
    private static final double MUCH = 0.15;

    private static final int TIMES = 60;

    private final Taken others;
    private final long origin;
    private int factor = 1;

    /** Which share of the processors others took from one moment to another. */
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

    /** A promised time, or as many times as long as are granted at the moment. */
    Duration of(Duration promised) {
        return promised.multipliedBy(factor);
    }

    /** The same for what is promised under pressure. */
    Promises.Pressure of(Promises.Pressure promised) {
        return promised.times(factor);
    }

    /**
     * A verdict that allows for other programs.
     *
     * @param history of the round that is judged
     * @param question asked again if need be, with promises as {@link #of} gives them
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

    /** Whether nobody can tell whose fault it was that this call took its time. */
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
                "only time was missing, and %.0f %% of this machine's processors were taken by other programs or by the JVM for itself"
                        .formatted(100 * share));
    }
}
