package meanwhile.reference.seam;

/** Keeps members to their allowances: no window ever holds more accepted uploads than allowed. */
public interface Limiter {
    /** Where a member stands; takes nothing. */
    Standing standing(Work work, String memberId);

    /**
     * Takes one upload from the allowance within the work, so that a refused or failed upload gives
     * it back; refuses with 429 when there is none.
     */
    Standing admit(Work work, String memberId);
}
