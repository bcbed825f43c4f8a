package meanwhile.actors;

import meanwhile.language.Gallery;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;

/** Whether the gallery says that it is well. Safe for many who ask at once. */
final class HealthProbe {
    private final Gallery gallery;
    private long unwellUntil = System.nanoTime();

    HealthProbe(Gallery gallery) {
        this.gallery = gallery;
    }

    /**
     * Asks, if it can be asked. Who waited long for a No does not ask again for as long: a gallery
     * that is never well again must not be waited for in every round.
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
