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
 * Executes the steps of one round. Concurrent tasks run on virtual threads; the round ends when all
 * of them have ended.
 */
final class RoundExecutor implements AutoCloseable {
    private static final Duration GATE_PATIENCE = Duration.ofSeconds(5);

    private final Round round;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> started = new ArrayList<>();

    /**
     * Tasks of “starts” steps in a sequential run. They come last: a task that waits for news would
     * otherwise wait in vain for what others do afterwards.
     */
    private final List<ActorTask> last = new ArrayList<>();

    RoundExecutor(Round round) {
        this.round = round;
    }

    void execute(ScriptStep step) throws GateClosed {
        switch (step) {
            case ScriptStep.Solo(ActorTask task) -> perform(task);
            case ScriptStep.Together _, ScriptStep.AnyTwo _ ->
                    together(step.tasks(round.run().seed(), round.number()));
            case ScriptStep.Start(ActorTask task) -> start(task);
            case ScriptStep.Meanwhile(ActorTask task) -> meanwhile(task);
            case ScriptStep.Crowd(List<ActorTask> tasks, Duration within) -> crowd(tasks, within);
        }
    }

    /** Waits for all started tasks. */
    @Override
    public void close() throws GateClosed {
        try {
            for (ActorTask task : last) {
                perform(task);
            }
            for (Future<?> future : started) {
                Concurrently.join(future);
            }
        } finally {
            threads.close();
        }
    }

    private void together(List<ActorTask> tasks) throws GateClosed {
        Order order = round.order();
        if (order != null) {
            inTurn(tasks, new Turns(order, tasks.size()));
            return;
        }
        if (oneAfterAnother()) {
            round.missed("it was played one after another");
            for (ActorTask task : tasks) {
                perform(task);
            }
            return;
        }
        Gate gate = new Gate(tasks.size(), gatePoint(), GATE_PATIENCE);
        // Sessions are opened before the start, so that only the request remains.
        List<ActorSession> sessions = new ArrayList<>();
        List<Gate.Place> places = new ArrayList<>();
        for (ActorTask task : tasks) {
            Gate.Place place = gate.place();
            places.add(place);
            sessions.add(round.session(task.actor(), Phase.WHEN, place));
        }
        List<Callable<Void>> running = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i).task();
            ActorSession session = sessions.get(i);
            Gate.Place place = places.get(i);
            running.add(
                    () -> {
                        try {
                            task.perform(session);
                        } finally {
                            place.leave();
                        }
                        return null;
                    });
        }
        Concurrently.all(running);
    }

    /** Everybody is there, and each call waits for its turn. */
    private void inTurn(List<ActorTask> tasks, Turns turns) throws GateClosed {
        round.turns(turns);
        List<Callable<Void>> running = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i).task();
            Turns.Turn turn = turns.of(i);
            ActorSession session =
                    round.session(tasks.get(i).actor(), Phase.WHEN, null).inTurn(turn);
            running.add(
                    () -> {
                        try {
                            task.perform(session);
                        } catch (Turns.LeftOut leftOut) {
                            return null;
                        } finally {
                            turn.end();
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

    private void start(ActorTask task) throws GateClosed {
        if (oneAfterAnother()) {
            round.missed("it was played one after another");
            last.add(task);
            return;
        }
        UnderWay underWay = new UnderWay();
        ActorSession session = round.session(task.actor(), Phase.WHEN, underWay);
        started.add(
                threads.submit(
                        () -> {
                            try {
                                task.task().perform(session);
                            } finally {
                                underWay.sent();
                            }
                            return null;
                        }));
        underWay.await(round.run().promises().answer());
    }

    private void meanwhile(ActorTask task) throws GateClosed {
        if (oneAfterAnother()) {
            perform(task);
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
        task.task().perform(round.session(task.actor(), Phase.WHEN, overlap));
    }

    private void crowd(List<ActorTask> tasks, Duration within) throws GateClosed {
        new ArrivalSchedule(round, tasks.size(), within, oneAfterAnother()).play(tasks);
        boolean over = !started.isEmpty() && started.stream().allMatch(Future::isDone);
        if (over && !oneAfterAnother()) {
            round.missed("what was started had ended before the crowd had been served");
        }
    }

    private boolean oneAfterAnother() {
        return round.run().oneAfterAnother();
    }

    private void perform(ActorTask task) throws GateClosed {
        task.task().perform(round.session(task.actor(), Phase.WHEN, null));
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

    /** Lets a request pass and signals when it has been sent. */
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
