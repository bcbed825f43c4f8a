package meanwhile.reference.defect;

import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.Work;

/** Limits correctly but always says "in one second". */
record HastyLimiter(Limiter sound) implements Limiter {
    @Override
    public Standing standing(Work work, String memberId) {
        Standing standing = sound.standing(work, memberId);
        return new Standing(standing.allowance(), standing.used(), 1);
    }

    @Override
    public Standing admit(Work work, String memberId) {
        try {
            return sound.admit(work, memberId);
        } catch (meanwhile.reference.seam.RefusedRequest refusal) {
            throw standing(work, memberId).refusal();
        }
    }
}
