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
import org.jspecify.annotations.Nullable;

/** Runs pieces of work concurrently, each on its own virtual thread. */
final class Concurrently {
    private Concurrently() {}

    /** Runs all of it and waits for its end; throws the first failure. */
    static void all(Collection<Callable<Void>> work) throws GateClosed {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            work.forEach(one -> running.add(threads.submit(one)));
            for (Future<?> one : running) {
                join(one);
            }
        }
    }

    /** Does the same for work without a gate. */
    static void allUngated(Collection<Runnable> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            work.forEach(one -> running.add(threads.submit(one)));
            for (Future<?> one : running) {
                Throwable failed = failure(one);
                if (failed != null) {
                    throw unchecked(failed);
                }
            }
        }
    }

    /** Waits for one of them and throws its failure, if any. */
    static void join(Future<?> future) throws GateClosed {
        Throwable failed = failure(future);
        if (failed instanceof GateClosed closed) {
            throw closed;
        }
        if (failed != null) {
            throw unchecked(failed);
        }
    }

    private static @Nullable Throwable failure(Future<?> future) {
        try {
            future.get();
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while actors were at work", interrupted);
        } catch (ExecutionException failed) {
            return Objects.requireNonNull(failed.getCause());
        }
    }

    /** A failure to be thrown; an error is thrown at once. */
    static RuntimeException unchecked(@Nullable Throwable failed) {
        return switch (failed) {
            case RuntimeException bug -> bug;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
