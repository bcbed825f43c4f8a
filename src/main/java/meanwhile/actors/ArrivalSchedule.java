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
 * The arrivals of a crowd, planned in advance: an open model, in which no arrival waits for earlier
 * ones to be served. Times are drawn uniformly from the interval, which is the distribution of a
 * Poisson process given the number of arrivals. If the machine could not keep the schedule, the
 * round does not count.
 */
final class ArrivalSchedule {
    /** Arrivals later than this show that this machine was the bottleneck, not the gallery. */
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
                    "the schedule was missed: of %d arrivals within %d s, the 95th percentile was %d ms late"
                            .formatted(tasks.size(), within.toSeconds(), late / 1_000_000));
        }
    }

    /** The 95th percentile of how late the calls began, in nanoseconds. */
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
