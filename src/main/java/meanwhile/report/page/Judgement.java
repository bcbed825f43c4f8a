package meanwhile.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of one file.
 *
 * @param file its name as given
 * @param word holds, contradicted or undecided
 * @param reason why it is undecided; null if it is not
 * @param story why it is contradicted; null if it is not
 */
public record Judgement(String file, String word, @Nullable String reason, @Nullable Story story) {

    /**
     * A counter-example.
     *
     * @param expected what was expected, and what was seen
     * @param sentences the calls, one sentence each, in the order in which they began
     * @param conclusion why no order explains them
     * @param few the number of calls of the counter-example
     * @param all the number of calls of the whole history
     * @param timeline the calls, drawn
     */
    public record Story(
            String expected,
            List<String> sentences,
            String conclusion,
            int few,
            int all,
            Timeline timeline) {
        public Story {
            sentences = List.copyOf(sentences);
        }

        /** As lines for a terminal. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("  " + expected + ".");
            sentences.forEach(sentence -> lines.add("    " + sentence + "."));
            lines.add("  %s. (%d of %d calls)".formatted(conclusion, few, all));
            return lines;
        }
    }
}
