package meanwhile.report.data;

/** The verdict of a whole run, as every form of the report and the exit code tell it. */
public enum RunVerdict {
    /** Something holds, and nothing else was found but what is accepted. */
    HOLDS("holds"),
    /** Something is contradicted that is not accepted. */
    CONTRADICTED("contradicted"),
    /** Nothing is contradicted, but something is undecided. */
    UNDECIDED("undecided"),
    /** Nothing holds; all that was judged is contradicted, and accepted. */
    CONTRADICTED_AS_ACCEPTED("contradicted as accepted"),
    /** There is no verdict on anything. */
    NOTHING_JUDGED("nothing judged");

    private final String word;

    RunVerdict(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
