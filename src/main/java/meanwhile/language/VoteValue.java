package meanwhile.language;

/** A vote is for an image or against it. */
public enum VoteValue {
    UP(1),
    DOWN(-1);

    private final int number;

    VoteValue(int number) {
        this.number = number;
    }

    /** As the gallery counts it: 1 or -1. */
    public int number() {
        return number;
    }

    /** The value with the sign of this number; zero is not allowed. */
    public static VoteValue of(long number) {
        if (number == 0) {
            throw new IllegalArgumentException("a vote is not 0: allowed are 1 (up) and -1 (down)");
        }
        return number > 0 ? UP : DOWN;
    }
}
