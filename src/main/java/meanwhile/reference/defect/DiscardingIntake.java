package meanwhile.reference.defect;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import meanwhile.reference.seam.Intake;

/** Gives uploads two workers and two places to wait, and discards the surplus without an answer. */
final class DiscardingIntake implements Intake {
    private static final int WORKERS = 2;
    private static final int PLACES = 2;

    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(
                    WORKERS,
                    WORKERS,
                    1,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(PLACES),
                    Thread.ofPlatform().daemon().name("gallery-intake-", 0).factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    DiscardingIntake() {
        workers.allowCoreThreadTimeOut(true);
    }

    @Override
    public <T> T turn(Supplier<T> upload) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        workers.execute(
                () -> {
                    try {
                        answer.complete(upload.get());
                    } catch (RuntimeException refusal) {
                        answer.completeExceptionally(refusal);
                    }
                });
        try {
            return answer.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw failure;
        }
    }
}
