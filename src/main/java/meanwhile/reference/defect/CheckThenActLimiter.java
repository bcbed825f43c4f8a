package meanwhile.reference.defect;

import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SlidingLog;

/** Counts and adds as the sliding log does, without the member's lock. */
final class CheckThenActLimiter implements Limiter {
    private final Limiter sound = new SlidingLog();

    @Override
    public Standing standing(Work work, String memberId) {
        return sound.standing(work, memberId);
    }

    @Override
    public Standing admit(Work work, String memberId) {
        Standing before = standing(work, memberId);
        if (before.exhausted()) {
            throw before.refusal();
        }
        SlidingLog.stamp(work, memberId);
        return standing(work, memberId);
    }
}
