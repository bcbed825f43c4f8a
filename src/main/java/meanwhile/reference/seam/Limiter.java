package meanwhile.reference.seam;

/** Enforces members' allowances: no window ever holds more accepted uploads than allowed. */
public interface Limiter {
    /** The state of a member's allowance; takes nothing from it. */
    Standing standing(Work work, String memberId);

    /**
     * Takes one upload from the allowance within the work, so that a refused or failed upload gives
     * it back; refuses with 429 when the allowance is used up.
     */
    Standing admit(Work work, String memberId);
}
