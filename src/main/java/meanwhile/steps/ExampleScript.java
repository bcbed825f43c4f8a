package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import meanwhile.actors.ActorTask;
import meanwhile.actors.Script;
import meanwhile.actors.Task;
import meanwhile.language.ActorName;
import meanwhile.language.Role;
import org.jspecify.annotations.Nullable;

/**
 * Writes the script of an example: Given steps add to the preparation of its world, When steps to
 * its actions. Nothing is sent before the first Then step.
 */
public final class ExampleScript {
    private final Script script;
    private @Nullable List<ActorTask> rows;

    public ExampleScript(Script script) {
        this.script = script;
    }

    /** Adds to the preparation of the world. */
    public void given(ActorName actor, Task task) {
        script.given(new ActorTask(actor, task));
    }

    /** Lets this member claim at sign-up to be more than a member. */
    void claims(String member, Role role) {
        script.claims(member, role);
    }

    /** Adds an action: a row if a table is being read, otherwise a step of the script. */
    public void attempts(ActorName actor, Task task) {
        ActorTask attempt = new ActorTask(actor, task);
        if (rows != null) {
            rows.add(attempt);
        } else {
            script.solo(attempt);
        }
    }

    /** Starts something that goes on while others act. */
    void starts(ActorName actor, Task task) {
        script.start(new ActorTask(actor, task));
    }

    /** Reads rows: their actions are returned instead of becoming steps of the script. */
    List<ActorTask> collect(Runnable reading) {
        List<ActorTask> tasks = new ArrayList<>();
        rows = tasks;
        try {
            reading.run();
        } finally {
            rows = null;
        }
        return tasks;
    }

    /** Whether a table is being read. */
    public boolean isReadingRows() {
        return rows != null;
    }

    /** Adds an action that happens while a started task goes on. */
    void meanwhile(ActorTask task) {
        script.meanwhile(task);
    }

    /** Adds actions at the same moment. */
    void together(List<ActorTask> tasks) {
        script.together(tasks);
    }

    /** Adds actions of which, in each round, two happen at the same moment. */
    void anyTwo(List<ActorTask> tasks) {
        script.anyTwo(tasks);
    }

    /** Adds a crowd that arrives within some time. */
    void crowd(List<ActorTask> tasks, Duration within) {
        script.crowd(tasks, within);
    }

    /** Sets how often the whole script is executed. */
    void times(int number) {
        script.times(number);
    }
}
