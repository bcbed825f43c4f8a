package meanwhile.suite.setup;

import meanwhile.report.data.Report;

/** The exit codes of all commands, as scripts rely on them. */
public final class ExitCode {
    /** Every verdict is that the promise holds. */
    public static final int HOLDS = 0;

    /** Something is contradicted. */
    public static final int CONTRADICTED = 1;

    /** Nothing is contradicted, something is undecided. */
    public static final int UNDECIDED = 2;

    /** The set-up is broken, or nothing was judged. */
    public static final int BROKEN = 3;

    private ExitCode() {}

    /** Returns the exit code for a run's report. */
    public static int of(Report report) {
        return switch (report.verdict()) {
            case HOLDS, CONTRADICTED_AS_ACCEPTED -> HOLDS;
            case CONTRADICTED -> CONTRADICTED;
            case UNDECIDED -> UNDECIDED;
            case NOTHING_JUDGED -> BROKEN;
        };
    }
}
