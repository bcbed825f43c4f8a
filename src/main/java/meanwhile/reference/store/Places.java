package meanwhile.reference.store;

import java.util.concurrent.Semaphore;
import meanwhile.reference.seam.Admission;

/** A fixed number of places and no queue. */
public final class Places implements Admission {
    private final Semaphore free;

    /** So many places. */
    public Places(int places) {
        this.free = new Semaphore(places);
    }

    @Override
    public boolean enter() {
        return free.tryAcquire();
    }

    @Override
    public void leave() {
        free.release();
    }
}
