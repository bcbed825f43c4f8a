package meanwhile.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out for one file.
 *
 * @param file as it was named
 * @param word holds, contradicted or undecided
 * @param reason why it is undecided; null if it is not
 * @param story why it is contradicted; null if it is not
 */
public record Judgement(String file, String word, @Nullable String reason, @Nullable Story story) {

    /**
     * A counter-example.
     *
     * @param expected what should have been, and what was
     * @param sentences the calls, one a sentence, in the order in which they began
     * @param conclusion why no order explains them
     * @param few how many calls the counter-example has
     * @param all how many calls the history has in all
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
