package meanwhile.check.law;

/** A number that is known within bounds, in words. */
final class Bounds {
    private Bounds() {}

    /** "3", or "2 to 3". */
    static String told(long least, long most) {
        return least == most ? String.valueOf(least) : least + " to " + most;
    }

    static boolean contain(long least, long most, long seen) {
        return least <= seen && seen <= most;
    }
}
