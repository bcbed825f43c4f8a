package meanwhile.check.contract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it stands in the background of a feature: tables below steps.
 *
 * @param tables in the order written
 */
public record ContractText(List<Table> tables) {
    private static final Pattern KNOWS = Pattern.compile("each (.+) has at first:");
    private static final String HAPPENS = "one at a time this happens:";

    public ContractText {
        tables = List.copyOf(tables);
    }

    /**
     * A step with its table.
     *
     * @param path the feature's file
     * @param line where the step stands; the rows follow it
     */
    public record Table(String path, int line, String words, List<List<String>> rows) {
        public Table {
            rows = List.copyOf(rows);
        }

        /** The kind of thing of which it says what each is at first; null if it says else. */
        @Nullable String kind() {
            Matcher knows = KNOWS.matcher(words);
            return knows.matches() ? knows.group(1) : null;
        }

        /** Where a row stands. */
        String place(int row) {
            return path + ":" + (line + 1 + row);
        }

        /** Where the step stands. */
        String place() {
            return path + ":" + line;
        }
    }

    /** Whether a step states a part of a contract. */
    public static boolean isStatedBy(String words) {
        return words.equals(HAPPENS) || KNOWS.matcher(words).matches();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return tables.isEmpty();
    }
}
