package meanwhile.suite.setup;

import meanwhile.report.data.Report;

/** The exit codes of every command, as scripts rely on them. */
public final class ExitCode {
    /** All that was judged holds. */
    public static final int HOLDS = 0;

    /** Something is contradicted. */
    public static final int CONTRADICTED = 1;

    /** Nothing is contradicted, something is undecided. */
    public static final int UNDECIDED = 2;

    /** The set-up is broken, or nothing was judged. */
    public static final int BROKEN = 3;

    private ExitCode() {}

    /** What a run's report means to whoever started it. */
    public static int of(Report report) {
        if (!report.judged()) {
            return BROKEN;
        }
        return switch (report.verdict()) {
            case CONTRADICTED -> CONTRADICTED;
            case UNDECIDED -> UNDECIDED;
            case HOLDS, NOT_OFFERED, NOT_SPECIFIED -> HOLDS;
        };
    }
}
