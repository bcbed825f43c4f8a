package meanwhile.history;

import java.util.Map;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/** The lines of a history file, as records whose components are the lines' fields. */
final class HistoryLines {
    /** The name of the form, which the first line of every history file states. */
    static final String FORM = "meanwhile-history";

    /** The version that is written, and the only one that is read. */
    static final int VERSION = 1;

    private HistoryLines() {}

    /** The first line. */
    record FirstLine(
            String form, int version, String target, String feature, String example, long seed) {}

    /** The line before a play's calls. */
    record PlayLine(PlayNumbers play) {}

    /** The content of that line. */
    record PlayNumbers(int round, int attempt, boolean collided, Map<String, String> names) {}

    /** A call. The actor is for human readers; the member and the device say the same. */
    record CallLine(
            int call,
            Phase phase,
            String actor,
            String member,
            @Nullable String device,
            int door,
            boolean gated,
            Operation operation,
            long begun,
            long released,
            long firstByte,
            long ended,
            @Nullable Long planned,
            Outcome outcome) {}

    /** The last line. */
    record EndLine(Totals end) {}

    /** The content of that line. */
    record Totals(int plays, int calls) {}
}
