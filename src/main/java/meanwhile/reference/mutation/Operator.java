package meanwhile.reference.mutation;

/** The kinds of mechanical changes. */
public enum Operator {
    /** A column is left out of an UPDATE, or of the UPDATE of an ON CONFLICT. */
    COLUMN_NOT_SET("leave column as it was"),
    /** A column is left out of an INSERT. */
    COLUMN_NOT_INSERTED("leave column out"),
    /** A condition of a WHERE is dropped. */
    CONDITION("drop condition"),
    /** A FOR UPDATE or FOR SHARE is dropped. */
    ROW_LOCK("drop row lock"),
    /** A row lock is taken after the next statement, so that two locks change their order. */
    LATE_LOCK("take row lock one statement late"),
    /** SKIP LOCKED is dropped: the statement waits. */
    SKIP_LOCKED("drop skip locked"),
    /** An ON CONFLICT does nothing instead of an update, or is dropped. */
    CONFLICT("turn conflict"),
    /** One key of an ORDER BY is turned. */
    ORDER("turn order"),
    /** An advisory lock is not taken, or a notification not sent. */
    SIDE_EFFECT("drop call in SQL"),
    /** A statement that writes is skipped. */
    SKIPPED("skip statement"),
    /** A statement that writes has a connection of its own and is committed at once. */
    OUTSIDE("write outside the transaction"),
    /** The transaction ends after a statement, and another begins. */
    SPLIT("split transaction after"),
    /** A constraint of a table is dropped. */
    CONSTRAINT("drop constraint"),
    /** A call that answers nothing, or whose answer nobody uses, is left out. */
    CALL("leave out call"),
    /** A refusal is not thrown. */
    REFUSAL("pass refusal"),
    /** What waits for the commit is done before it. */
    BEFORE_COMMIT("act before the commit"),
    /** A cache is cleared before each use. */
    CLEARED_CACHE("always clear cache");

    private final String words;

    Operator(String words) {
        this.words = words;
    }

    /** What it does, as the names of its mutants begin. */
    public String words() {
        return words;
    }
}
