package meanwhile.actors;

import meanwhile.language.Gallery;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;

/** Asks whether the gallery reports that it is healthy. Safe for use by many threads. */
final class HealthProbe {
    private final Gallery gallery;
    private long unwellUntil = System.nanoTime();

    HealthProbe(Gallery gallery) {
        this.gallery = gallery;
    }

    /**
     * Whether the gallery is healthy, as far as it can be asked. After a No that took long, it is
     * not asked again for as long: otherwise every round would wait for a gallery that never
     * recovers.
     */
    synchronized boolean isGood() {
        if (System.nanoTime() - unwellUntil < 0) {
            return false;
        }
        long began = System.nanoTime();
        boolean well = asked();
        long now = System.nanoTime();
        unwellUntil = well ? now : now + (now - began);
        return well;
    }

    private boolean asked() {
        Gallery.Sender visitor = new Gallery.Sender(0, null);
        try {
            return gallery.send(visitor, new Operation.CheckHealth()).outcome().isAccepted();
        } catch (NotOffered untold) {
            return true;
        }
    }
}
