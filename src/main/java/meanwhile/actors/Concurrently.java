package meanwhile.actors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import meanwhile.language.GateClosed;

/** Work that several do at once, each on a virtual thread of their own. */
final class Concurrently {
    private Concurrently() {}

    /** Does all of it and waits for its end; what failed first is thrown. */
    static void all(Collection<Callable<Void>> work) throws GateClosed {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> running = new ArrayList<>();
            for (Callable<Void> one : work) {
                running.add(threads.submit(one));
            }
            for (Future<Void> one : running) {
                join(one);
            }
        }
    }

    /** Waits for the end of one of them and passes on what failed. */
    static void join(Future<?> future) throws GateClosed {
        try {
            future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while actors were at work", interrupted);
        } catch (ExecutionException failed) {
            switch (Objects.requireNonNull(failed.getCause())) {
                case GateClosed closed -> throw closed;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
