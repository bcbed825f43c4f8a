package meanwhile.reference.store;

import java.util.concurrent.Semaphore;
import meanwhile.reference.seam.Admission;

/** Admits requests to a fixed number of places, without a queue. */
public final class Places implements Admission {
    private final Semaphore free;

    /** Creates this number of places. */
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
