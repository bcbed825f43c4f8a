package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import meanwhile.history.Phase;
import meanwhile.language.GateClosed;
import meanwhile.language.GatePoint;
import meanwhile.language.Release;

/**
 * The acts of one round on stage: the only place where actors get threads of their own. Each has a
 * virtual thread; the scene ends when all have ended.
 */
final class RoundExecutor implements AutoCloseable {
    private static final Duration GATE_PATIENCE = Duration.ofSeconds(5);

    private final Round round;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> started = new ArrayList<>();

    /**
     * What was started, where all happens one after another. It comes last: whoever waits for news
     * would wait in vain for what others do afterwards.
     */
    private final List<ActorTask> last = new ArrayList<>();

    RoundExecutor(Round round) {
        this.round = round;
    }

    void enter(ScriptStep act) throws GateClosed {
        switch (act) {
            case ScriptStep.Solo(ActorTask part) -> perform(part);
            case ScriptStep.Together(List<ActorTask> parts) -> together(parts);
            case ScriptStep.Start(ActorTask part) -> start(part);
            case ScriptStep.Meanwhile(ActorTask part) -> meanwhile(part);
            case ScriptStep.Crowd(List<ActorTask> parts, Duration within) -> crowd(parts, within);
        }
    }

    /** Waits for all that was started. */
    @Override
    public void close() throws GateClosed {
        try {
            for (ActorTask part : last) {
                perform(part);
            }
            for (Future<?> future : started) {
                Concurrently.join(future);
            }
        } finally {
            threads.close();
        }
    }

    private void together(List<ActorTask> parts) throws GateClosed {
        if (oneAfterAnother()) {
            round.missed("it was played one after another");
            for (ActorTask part : parts) {
                perform(part);
            }
            return;
        }
        Gate gate = new Gate(parts.size(), gatePoint(), GATE_PATIENCE);
        // Sessions are opened before anybody runs, so that nothing but the request remains.
        List<ActorSession> performers = new ArrayList<>();
        List<Gate.Place> places = new ArrayList<>();
        for (ActorTask part : parts) {
            Gate.Place place = gate.place();
            places.add(place);
            performers.add(round.performer(part.actor(), Phase.WHEN, place));
        }
        List<Callable<Void>> running = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Task deed = parts.get(i).deed();
            ActorSession performer = performers.get(i);
            Gate.Place place = places.get(i);
            running.add(
                    () -> {
                        try {
                            deed.perform(performer);
                        } finally {
                            place.leave();
                        }
                        return null;
                    });
        }
        Concurrently.all(running);
    }

    /** Races use both gate points in turn: a server may act on either. */
    private GatePoint gatePoint() {
        return round.number() % 2 == 1 ? GatePoint.END_OF_REQUEST : GatePoint.END_OF_HEADERS;
    }

    private void start(ActorTask part) throws GateClosed {
        if (oneAfterAnother()) {
            round.missed("it was played one after another");
            last.add(part);
            return;
        }
        UnderWay underWay = new UnderWay();
        ActorSession performer = round.performer(part.actor(), Phase.WHEN, underWay);
        started.add(
                threads.submit(
                        () -> {
                            try {
                                part.deed().perform(performer);
                            } finally {
                                underWay.sent();
                            }
                            return null;
                        }));
        underWay.await(round.theatre().promises().answer());
    }

    private void meanwhile(ActorTask part) throws GateClosed {
        if (oneAfterAnother()) {
            perform(part);
            return;
        }
        Release overlap =
                new Passing() {
                    @Override
                    public void sent() {
                        if (started.stream().anyMatch(Future::isDone)) {
                            round.missed("what was started had ended before the other began");
                        }
                    }
                };
        part.deed().perform(round.performer(part.actor(), Phase.WHEN, overlap));
    }

    private void crowd(List<ActorTask> parts, Duration within) throws GateClosed {
        new ArrivalSchedule(round, parts.size(), within, oneAfterAnother()).play(parts);
        boolean over = !started.isEmpty() && started.stream().allMatch(Future::isDone);
        if (over && !oneAfterAnother()) {
            round.missed("what was started had ended before the crowd had been served");
        }
    }

    private boolean oneAfterAnother() {
        return round.theatre().oneAfterAnother();
    }

    private void perform(ActorTask part) throws GateClosed {
        part.deed().perform(round.performer(part.actor(), Phase.WHEN, null));
    }

    /** Lets a request pass without waiting. */
    private abstract static class Passing implements Release {
        @Override
        public GatePoint point() {
            return GatePoint.END_OF_REQUEST;
        }

        @Override
        public void arrive() {}
    }

    /** Lets a request pass and tells when it has left. */
    private static final class UnderWay extends Passing {
        private final CountDownLatch sent = new CountDownLatch(1);

        @Override
        public void sent() {
            sent.countDown();
        }

        void await(Duration limit) throws GateClosed {
            try {
                if (!sent.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new GateClosed("what was started sent nothing within " + limit);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new GateClosed("interrupted while waiting for what was started");
            }
        }
    }
}
