package meanwhile.reference.defect;

import meanwhile.reference.seam.Limiter;
import meanwhile.reference.seam.Standing;
import meanwhile.reference.seam.Work;

/** Never refuses at the early check, only when it counts. */
record LateLimiter(Limiter sound) implements Limiter {
    @Override
    public Standing standing(Work work, String memberId) {
        Standing standing = sound.standing(work, memberId);
        return standing.exhausted()
                ? new Standing(
                        standing.allowance(),
                        standing.allowance().uploads() - 1,
                        standing.resetSeconds())
                : standing;
    }

    @Override
    public Standing admit(Work work, String memberId) {
        return sound.admit(work, memberId);
    }
}
