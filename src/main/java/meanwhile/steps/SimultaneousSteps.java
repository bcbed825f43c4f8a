package meanwhile.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import meanwhile.actors.ActorTask;
import meanwhile.language.ActorName;

/** The three forms of concurrency in the features, except where they are phrases of their own. */
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
        script.together(inTurn(table));
    }

    /** In each round another two of the rows meet. */
    @When("any two of these happen at the same moment, {int} times over:")
    public void anyTwo(int times, DataTable table) {
        script.times(times);
        script.anyTwo(inTurn(table));
    }

    /** A crowd: each member does it at their own time. */
    @When("{int} members arrive within {int} second(s) and each {sentence}")
    public void arrive(int members, int seconds, String sentence) {
        script.crowd(tasks(Sentences.ofCrowd(members, sentence)), Duration.ofSeconds(seconds));
    }

    /** The sentence happens while a started task is still going on. */
    @When("meanwhile {sentence}")
    public void meanwhile(String sentence) {
        tasks(List.of(sentence)).forEach(script::meanwhile);
    }

    /** Executes the whole script a number of times, each in a fresh world. */
    @Given("{int} rounds")
    public void rounds(int number) {
        script.times(number);
    }

    /** One task for each actor of a table, who does one thing after another. */
    private List<ActorTask> inTurn(DataTable table) {
        List<ActorTask> tasks = new ArrayList<>();
        for (List<String> sentences : Sentences.inTurn(table.cells())) {
            List<ActorTask> steps = tasks(sentences);
            ActorName actor = steps.getFirst().actor();
            tasks.add(
                    new ActorTask(
                            actor,
                            me -> {
                                for (ActorTask step : steps) {
                                    step.task().perform(me);
                                }
                            },
                            String.join(", ", sentences).replace(actor + " ", "")));
        }
        return tasks;
    }

    /** Resolves all sentences before anything is executed. */
    private List<ActorTask> tasks(List<String> sentences) {
        List<Runnable> rows = sentences.stream().map(vocabulary::understand).toList();
        return script.collect(() -> rows.forEach(Runnable::run));
    }
}
