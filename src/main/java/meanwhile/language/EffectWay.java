package meanwhile.language;

/** The ways in which a deed of a declared domain changes a fact of a thing. */
public enum EffectWay {
    /** A number grows. */
    PLUS,
    /** A number shrinks. */
    MINUS,
    /** A text or a number is replaced. */
    SET,
    /** A list holds one more. */
    GAINS,
    /** A list holds one more, at its end. */
    APPENDS,
    /** A list holds one less. */
    LOSES,
    /** A list holds its first no more. */
    TAKES,
    /** The thing itself is no longer there. */
    GOES;

    /** Whether it changes a number by an amount. */
    public boolean counts() {
        return this == PLUS || this == MINUS;
    }

    /** Whether it changes a list. */
    public boolean lists() {
        return adds() || this == LOSES || this == TAKES;
    }

    /** Whether a list holds one more. */
    public boolean adds() {
        return this == GAINS || this == APPENDS;
    }

    /** Whether somebody who undoes it knows what was there before. */
    public boolean canBeUndone() {
        return this != SET && this != TAKES && this != GOES;
    }

    /**
     * What undoes it.
     *
     * @throws IllegalStateException if it cannot be undone
     */
    public EffectWay undone() {
        return switch (this) {
            case PLUS -> MINUS;
            case MINUS -> PLUS;
            case GAINS, APPENDS -> LOSES;
            case LOSES -> GAINS;
            case SET, TAKES, GOES -> throw new IllegalStateException("nothing undoes " + this);
        };
    }
}
