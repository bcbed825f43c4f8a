package meanwhile.actors;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import meanwhile.language.GateClosed;
import meanwhile.language.GatePoint;
import meanwhile.language.Release;

/**
 * The starting gate: requests that stand ready at their sockets are released together, each by its
 * own thread. It opens when all parties have arrived or left. It closes for good when one has done
 * neither in time, and then nothing at all is sent.
 */
public final class Gate {
    private final Phaser phaser;
    private final GatePoint point;
    private final Duration patience;

    /**
     * @param party how many are expected
     * @param point where their requests are held
     * @param patience how long the first waits for the last
     */
    public Gate(int party, GatePoint point, Duration patience) {
        this.phaser = new Phaser(party);
        this.point = point;
        this.patience = patience;
    }

    /** Returns a place at the gate for one party. */
    public Place place() {
        return new Place();
    }

    /** One party's place: it arrives once, or leaves. */
    public final class Place implements Release {
        private final AtomicBoolean used = new AtomicBoolean();

        private Place() {}

        @Override
        public GatePoint point() {
            return point;
        }

        @Override
        public void arrive() throws GateClosed {
            if (!used.compareAndSet(false, true)) {
                throw new IllegalStateException("the same place at the gate was used twice");
            }
            int phase = phaser.arrive();
            if (phase < 0 || !opened(phase)) {
                throw new GateClosed(
                        "gate: %d never arrived, nothing was sent"
                                .formatted(Math.max(1, phaser.getUnarrivedParties())));
            }
        }

        /**
         * Leaves without a request, so that the others need not wait. Has no effect after arriving.
         */
        public void leave() {
            if (used.compareAndSet(false, true)) {
                phaser.arriveAndDeregister();
            }
        }

        private boolean opened(int phase) {
            try {
                return phaser.awaitAdvanceInterruptibly(
                                phase, patience.toNanos(), TimeUnit.NANOSECONDS)
                        >= 0;
            } catch (TimeoutException late) {
                phaser.forceTermination();
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                phaser.forceTermination();
                return false;
            }
        }
    }
}
