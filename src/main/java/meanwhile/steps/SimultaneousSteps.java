package meanwhile.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import meanwhile.actors.ActorTask;

/**
 * The three forms of saying that things happen at once, as far as they are not phrases of their
 * own.
 */
public final class SimultaneousSteps {
    private static final Pattern EACH = Pattern.compile("each of (\\d+) members");
    private static final Pattern DEVICES = Pattern.compile("(\\w+) on (\\d+) devices");

    private final ExampleContext stage;
    private final Vocabulary vocabulary;

    public SimultaneousSteps(ExampleContext stage, Vocabulary vocabulary) {
        this.stage = stage;
        this.vocabulary = vocabulary;
    }

    @When("at the same moment:")
    public void atTheSameMoment(DataTable table) {
        atTheSameMoment(1, table);
    }

    @When("at the same moment, {int} times over:")
    public void atTheSameMoment(int times, DataTable table) {
        stage.script().times(times);
        stage.script().together(parts(table));
    }

    /** A crowd: each of its members does it at a time of their own. */
    @When("{int} members arrive within {int} second(s) and each {sentence}")
    public void arrive(int members, int seconds, String sentence) {
        List<Runnable> said =
                numbered("member ", members).stream()
                        .map(member -> vocabulary.understand(member + " " + sentence))
                        .toList();
        stage.script()
                .crowd(
                        stage.collect(() -> said.forEach(Runnable::run)),
                        Duration.ofSeconds(seconds));
    }

    /** What stands in the row happens while what was started is still going on. */
    @When("meanwhile {sentence}")
    public void meanwhile(String sentence) {
        stage.collect(vocabulary.understand(sentence)).forEach(stage.script()::meanwhile);
    }

    /** The whole script is played so many times, each in a fresh world. */
    @When("this is tried {int} times over")
    public void times(int times) {
        stage.script().times(times);
    }

    /** All rows are resolved before anything is sent. */
    private List<ActorTask> parts(DataTable table) {
        List<Runnable> rows =
                sentences(table.cells()).stream().map(vocabulary::understand).toList();
        return stage.collect(() -> rows.forEach(Runnable::run));
    }

    /**
     * The sentences that a table stands for, in order.
     *
     * @throws IllegalArgumentException if a row does not say who and what
     */
    static List<String> sentences(List<List<String>> rows) {
        List<String> sentences = new ArrayList<>();
        for (List<String> cells : rows) {
            if (cells.size() != 2) {
                throw new IllegalArgumentException(
                        "a row needs two cells, who and what, not " + cells);
            }
            for (String actor : actors(cells.get(0))) {
                sentences.add(actor + " " + cells.get(1));
            }
        }
        return sentences;
    }

    /** "each of 20 members" and "Ana on 8 devices" stand for so many rows. */
    private static List<String> actors(String cell) {
        Matcher each = EACH.matcher(cell);
        if (each.matches()) {
            return numbered("member ", Integer.parseInt(each.group(1)));
        }
        Matcher devices = DEVICES.matcher(cell);
        if (devices.matches()) {
            return numbered(devices.group(1) + " on device ", Integer.parseInt(devices.group(2)));
        }
        return List.of(cell);
    }

    private static List<String> numbered(String prefix, int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> prefix + i).toList();
    }
}
