package meanwhile.suite.explore;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import meanwhile.check.order.Differences.Difference;
import meanwhile.report.data.ForeignText;

/** What two targets did not answer alike: questions, each of which is asked once. */
final class Questions {
    private final String one;
    private final String other;
    private final Map<String, Question> asked = new HashMap<>();

    /**
     * A question.
     *
     * @param plays of the smallest succession that shows it
     * @param times how often it was seen
     */
    private record Question(Difference difference, BothPlays plays, int times) {
        Succession succession() {
            return plays.succession();
        }
    }

    /**
     * @param one the name of the first target
     * @param other the name of the second one
     */
    Questions(String one, String other) {
        this.one = one;
        this.other = other;
    }

    /** Whether nothing like it is asked yet. */
    boolean isNew(Difference difference) {
        return !asked.containsKey(difference.subject());
    }

    /** Asks, or counts what is asked already. */
    void ask(Difference difference, BothPlays plays) {
        asked.merge(
                difference.subject(),
                new Question(difference, plays, 1),
                (known, _) -> new Question(known.difference(), known.plays(), known.times() + 1));
    }

    /** Asks about a smaller succession that shows the same. */
    void shrink(Difference difference, BothPlays smaller) {
        asked.computeIfPresent(
                difference.subject(),
                (_, known) -> new Question(difference, smaller, known.times()));
    }

    /** Takes back what turned out to differ each time on one target alone. */
    void keepOnly(Function<BothPlays, List<Difference>> now) {
        asked.values()
                .removeIf(
                        question ->
                                now.apply(question.plays()).stream()
                                        .map(Difference::subject)
                                        .noneMatch(question.difference().subject()::equals));
    }

    /** How many there are. */
    int size() {
        return asked.size();
    }

    /** All questions in words, the smallest first. */
    List<String> sentences() {
        return inOrder().stream().map(this::sentence).toList();
    }

    private List<Question> inOrder() {
        return asked.values().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Question question) -> question.succession().turns().size())
                                .thenComparing(Comparator.comparingInt(Question::times).reversed())
                                .thenComparing(question -> question.difference().subject()))
                .toList();
    }

    /** One after another, when this and then that is done: what is right? */
    private String sentence(Question question) {
        Difference difference = question.difference();
        String look =
                difference.look()
                        ? ", and then, when all is quiet, “%s”"
                                .formatted(difference.group().replaceFirst("^afterwards ", ""))
                        : "";
        String to =
                difference.look() || question.succession().turns().size() == 1
                        ? ""
                        : "to “%s” ".formatted(difference.group());
        return "One after another, when %s%s: %s%s answers “%s”, %s answers “%s”. Which is right?"
                .formatted(
                        question.succession().told(),
                        look,
                        to,
                        one,
                        difference.one(),
                        other,
                        difference.other());
    }

    /** The questions as a page in Markdown, each with an example that shows it. */
    String page(String summary) {
        return "# Questions about %s and %s%n%n%s%n%n%s"
                .formatted(
                        ForeignText.markdown(one),
                        ForeignText.markdown(other),
                        ForeignText.markdown(summary),
                        inOrder().stream().map(this::told).collect(Collectors.joining()));
    }

    private String told(Question question) {
        String example =
                question.succession()
                        .example("What is asked")
                        .lines()
                        .map(line -> "    " + ForeignText.terminal(line))
                        .collect(Collectors.joining("%n".formatted()));
        return "- %s (seen in %s)%n%n%s%n%n"
                .formatted(
                        ForeignText.markdown(sentence(question)), times(question.times()), example);
    }

    private static String times(int number) {
        return number == 1 ? "one order" : number + " orders";
    }
}
