package meanwhile.reference.defect;

import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Counters;
import meanwhile.reference.seam.Deleter;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlDeleter;

/** Subtracts the image from the member's usage, but not its bytes. */
final class ForgetfulDeleter implements Deleter {
    @Override
    public void delete(Work work, Caller caller, String imageId) {
        Locks.Locked image = work.the(Locks.class).image(work, imageId);
        image.mustBelongTo(caller);
        SqlDeleter.removeContents(work, imageId);
        SqlDeleter.removeRow(work, imageId);
        work.the(Counters.class).usage(work, image.ownerId(), -1, 0);
        work.announce(Topic.IMAGE, imageId);
    }
}
