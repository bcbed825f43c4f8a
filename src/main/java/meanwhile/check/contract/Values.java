package meanwhile.check.contract;

/** Values that are always the same. */
final class Values {
    /** Nobody, or nothing; an answer tells it by an empty text. */
    static final Value NOBODY = new Value.Text("");

    /** Nobody knows it: it may be anything. */
    static final Value OPEN = new Value.Open();

    static final Value TRUE = new Value.Truth(true);
    static final Value FALSE = new Value.Truth(false);

    private Values() {}
}
