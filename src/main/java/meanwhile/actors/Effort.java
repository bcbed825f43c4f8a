package meanwhile.actors;

/** How often races are tried: fewer rounds answer sooner, more find what shows rarely. */
public enum Effort {
    /** A fifth of the rounds. */
    QUICK,
    /** As the features say. */
    NORMAL,
    /** Four times as many. */
    THOROUGH;

    private static final int FRACTION = 5;
    private static final int TIMES = 4;

    /**
     * How many rounds of a race are played.
     *
     * @param said by its example
     */
    int rounds(int said) {
        return switch (this) {
            case QUICK -> Math.max(1, said / FRACTION);
            case NORMAL -> said;
            case THOROUGH -> said * TIMES;
        };
    }
}
