package meanwhile.reference.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Transactions;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes a node's jobs: it is woken when there is one, and also looks for them regularly. */
final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** The interval of looking for jobs whose claimer died; wake-ups find all others. */
    private static final long LOOK_MILLIS = 1_000;

    private final Processor processor;
    private final Transactions transactions;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean open = true;

    Worker(Processor processor, Transactions transactions, String name) {
        this.processor = processor;
        this.transactions = transactions;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::work);
    }

    void wake() {
        wake.release();
    }

    private void work() {
        while (open) {
            try {
                while (open && processor.processNext(transactions)) {
                    // Take one job after another, until there is none.
                }
                if (wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException closing) {
                open = false;
            } catch (JdbiException | RefusedRequest failure) {
                // The job's lease runs out and another attempt follows.
                if (open) {
                    LOG.warn("a job failed and will be tried again", failure);
                }
            }
        }
    }

    @Override
    public void close() {
        open = false;
        wake.release();
        try {
            // Not interrupted at once: an interrupt would break the connection it works on.
            thread.join(2_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
