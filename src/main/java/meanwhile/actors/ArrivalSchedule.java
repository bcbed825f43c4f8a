package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.GateClosed;

/**
 * The arrivals of a crowd, planned beforehand: an open model, in which nobody waits for those
 * before them. The times are drawn evenly from the whole, which is what a Poisson process looks
 * like when the number of arrivals is known. A schedule that the machine could not keep proves
 * nothing.
 */
final class ArrivalSchedule {
    /** Later than this the machine, and not the gallery, was the bottleneck. */
    private static final Duration LATE = Duration.ofMillis(500);

    private final Round round;
    private final Duration within;
    private final boolean oneAfterAnother;
    private final long[] offsets;

    ArrivalSchedule(Round round, int arrivals, Duration within, boolean oneAfterAnother) {
        this.round = round;
        this.within = within;
        this.oneAfterAnother = oneAfterAnother;
        offsets =
                new Random(round.draw("arrivals"))
                        .doubles(arrivals)
                        .sorted()
                        .mapToLong(share -> (long) (share * within.toNanos()))
                        .toArray();
    }

    void play(List<ActorTask> tasks) throws GateClosed {
        long start = System.nanoTime();
        if (oneAfterAnother) {
            round.missed("it was played one after another");
            for (ActorTask task : tasks) {
                task.task().perform(round.session(task.actor(), Phase.WHEN, null));
            }
        } else {
            List<Callable<Void>> arrivals = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                ActorTask task = tasks.get(i);
                long planned = start + offsets[i];
                ActorSession session =
                        round.session(task.actor(), Phase.WHEN, null).planned(planned);
                arrivals.add(
                        () -> {
                            Retry.untilPassed(planned);
                            task.task().perform(session);
                            return null;
                        });
            }
            Concurrently.all(arrivals);
        }
        History calls = round.crowdPlayed(start, System.nanoTime());
        long late = lateness(calls);
        if (late > LATE.toNanos()) {
            round.missed(
                    "the schedule was missed: one in twenty of %d arrivals within %d s came %d ms late"
                            .formatted(tasks.size(), within.toSeconds(), late / 1_000_000));
        }
    }

    /** Of all arrivals the lateness that nineteen in twenty stay below, in nanoseconds. */
    private static long lateness(History calls) {
        long[] late =
                calls.stream()
                        .map(Call::times)
                        .mapToLong(
                                times ->
                                        times.planned() == null
                                                ? -1
                                                : times.begun() - times.planned())
                        .filter(nanos -> nanos >= 0)
                        .sorted()
                        .toArray();
        return late.length == 0 ? 0 : late[(int) (late.length * 0.95)];
    }
}
