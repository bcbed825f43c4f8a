package meanwhile.reference.defect;

import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.UploadAllowance;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SlidingLog;

/** Counts all uploads ever made, yet promises room after the window. */
final class NeverRefilledLimiter implements Limiter {
    @Override
    public Standing standing(Work work, String memberId) {
        UploadAllowance allowance = SlidingLog.allowance(work, memberId);
        int ever =
                work.handle()
                        .createQuery("SELECT count(*) FROM upload_stamps WHERE member_id = :id")
                        .bind("id", memberId)
                        .mapTo(Integer.class)
                        .one();
        return new Standing(allowance, ever, allowance.windowSeconds());
    }

    @Override
    public Standing admit(Work work, String memberId) {
        work.the(Locks.class).member(work, memberId);
        Standing before = standing(work, memberId);
        if (before.exhausted()) {
            throw before.refusal();
        }
        SlidingLog.stamp(work, memberId);
        return standing(work, memberId);
    }
}
