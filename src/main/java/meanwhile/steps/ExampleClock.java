package meanwhile.steps;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import meanwhile.actors.OutOfTime;
import meanwhile.actors.Round;
import meanwhile.actors.Script;
import meanwhile.actors.TimeLimit;
import meanwhile.check.Verdict;

/**
 * Bounds the time of an example. Playing ends a little earlier, wherever it is, so that there is
 * time to judge the rounds that were played.
 */
public final class ExampleClock {
    /** The time for judging: this share of the whole, and at most so much. */
    private static final int SHARE = 5;

    private static final Duration JUDGING = Duration.ofSeconds(10);

    private final ExampleBound bound;
    private final Script script;
    private volatile long end;
    private volatile boolean over;

    public ExampleClock(RunServices run, Script script) {
        bound = run.bound();
        this.script = script;
    }

    /** Plays; returns the rounds that were played when the time was over. */
    List<Round> play(Callable<List<Round>> playing) {
        try {
            return before(judging(), playing);
        } catch (OutOfTime _) {
            over = true;
            return script.played();
        }
    }

    /** Asks a question, unless the time is over. */
    Verdict ask(Supplier<Verdict> question) {
        try {
            return before(Duration.ZERO, question::get);
        } catch (OutOfTime _) {
            over = true;
            return new Verdict.Undecided(reason());
        }
    }

    /** Whether the time is over. */
    boolean isOver() {
        return over;
    }

    /** What is undecided, because the time is over. */
    String reason() {
        long rounds = script.played().stream().map(Round::number).distinct().count();
        return "took longer than %d s: %d of %d rounds played"
                .formatted(limit().toSeconds(), rounds, script.rounds());
    }

    private Duration limit() {
        return bound.atMost().plus(script.arrivals());
    }

    private Duration judging() {
        Duration share = limit().dividedBy(SHARE);
        return share.compareTo(JUDGING) < 0 ? share : JUDGING;
    }

    private <T> T before(Duration theEnd, Callable<T> work) {
        if (end == 0) {
            end = System.nanoTime() + limit().toNanos();
        }
        return TimeLimit.until(end - theEnd.toNanos(), bound.notice(), this::show, work);
    }

    private void show() {
        Duration taken = limit().minusNanos(end - System.nanoTime());
        if (taken.compareTo(bound.notice()) >= 0) {
            bound.watcher().takesLong(script.example(), taken, limit());
        }
    }
}
