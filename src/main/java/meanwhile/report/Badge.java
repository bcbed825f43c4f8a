package meanwhile.report;

import java.util.Map;
import meanwhile.report.data.Report;
import meanwhile.report.data.Report.Standing;
import meanwhile.report.data.RunVerdict;

/** A small picture for a README: the suite's name and the verdict. */
final class Badge {
    private static final Map<RunVerdict, String> COLOURS =
            Map.of(
                    RunVerdict.HOLDS, "#1d6b3a",
                    RunVerdict.CONTRADICTED, "#b3261e",
                    RunVerdict.UNDECIDED, "#7a5300");

    private static final int NAME = 84;
    private static final int LETTER = 7;

    private Badge() {}

    static String svg(Report report) {
        String words =
                switch (report.verdict()) {
                    case HOLDS -> report.number(Standing.HOLDS) + " hold";
                    case CONTRADICTED -> report.number(Standing.CONTRADICTED) + " contradicted";
                    case UNDECIDED -> report.number(Standing.UNDECIDED) + " undecided";
                    case CONTRADICTED_AS_ACCEPTED, NOTHING_JUDGED -> report.verdict().word();
                };
        int width = NAME + words.length() * LETTER + 16;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="Meanwhile: %2$s">
        <title>Meanwhile: %2$s</title>
        <rect width="%1$d" height="20" rx="4" fill="#33373d"/>
        <path d="M%3$d 0h%4$dq4 0 4 4v12q0 4 -4 4h-%4$dz" fill="%5$s"/>
        <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
        <text x="8" y="14" textLength="%6$d">Meanwhile</text>
        <text x="%7$d" y="14" textLength="%8$d">%2$s</text></g></svg>
        """
                .formatted(
                        width,
                        words,
                        NAME,
                        width - NAME - 4,
                        COLOURS.getOrDefault(report.verdict(), "#545b66"),
                        NAME - 16,
                        NAME + 8,
                        words.length() * LETTER);
    }
}
