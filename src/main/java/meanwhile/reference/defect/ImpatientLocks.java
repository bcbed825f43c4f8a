package meanwhile.reference.defect;

import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlLocks;

/** Takes row locks with a timeout of 2 ms. */
final class ImpatientLocks implements Locks {
    private final Locks sound = new SqlLocks();

    @Override
    public Locked image(Work work, String imageId) {
        work.handle().execute("SET LOCAL lock_timeout = '2ms'");
        return sound.image(work, imageId);
    }

    @Override
    public void member(Work work, String memberId) {
        sound.member(work, memberId);
    }
}
