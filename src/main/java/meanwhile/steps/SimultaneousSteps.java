package meanwhile.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import meanwhile.actors.ActorTask;

/**
 * The three forms of saying that things happen at once, as far as they are not phrases of their
 * own.
 */
public final class SimultaneousSteps {
    private final ExampleScript script;
    private final RowVocabulary vocabulary;

    public SimultaneousSteps(ExampleScript script, RowVocabulary vocabulary) {
        this.script = script;
        this.vocabulary = vocabulary;
    }

    @When("at the same moment:")
    public void atTheSameMoment(DataTable table) {
        atTheSameMoment(1, table);
    }

    @When("at the same moment, {int} times over:")
    public void atTheSameMoment(int times, DataTable table) {
        script.times(times);
        script.together(tasks(Sentences.ofTable(table.cells())));
    }

    /** A crowd: each of its members does it at a time of their own. */
    @When("{int} members arrive within {int} second(s) and each {sentence}")
    public void arrive(int members, int seconds, String sentence) {
        script.crowd(tasks(Sentences.ofCrowd(members, sentence)), Duration.ofSeconds(seconds));
    }

    /** What stands in the row happens while what was started is still going on. */
    @When("meanwhile {sentence}")
    public void meanwhile(String sentence) {
        tasks(List.of(sentence)).forEach(script::meanwhile);
    }

    /** The whole script is played so many times, each in a fresh world. */
    @Given("{int} rounds")
    public void rounds(int number) {
        script.times(number);
    }

    /** All sentences are understood before anything is done. */
    private List<ActorTask> tasks(List<String> sentences) {
        List<Runnable> rows = sentences.stream().map(vocabulary::understand).toList();
        return script.collect(() -> rows.forEach(Runnable::run));
    }
}
