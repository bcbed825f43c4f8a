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
 * Writes the script of an example: Given steps write the recipe of its world, When steps what is
 * done there. Nothing is sent before the first question.
 */
public final class ExampleScript {
    private final Script script;
    private @Nullable List<ActorTask> rows;

    public ExampleScript(Script script) {
        this.script = script;
    }

    /** Adds to the recipe of the world. */
    void given(ActorName actor, Task task) {
        script.given(new ActorTask(actor, task));
    }

    /** Whoever this is says at the sign-up to be more than a member. */
    void claims(String member, Role role) {
        script.claims(member, role);
    }

    /**
     * Somebody does something: a row of a table if one is being read, a step of its own otherwise.
     */
    void attempts(ActorName actor, Task task) {
        ActorTask attempt = new ActorTask(actor, task);
        if (rows != null) {
            rows.add(attempt);
        } else {
            script.solo(attempt);
        }
    }

    /** Somebody starts something that goes on while others act. */
    void starts(ActorName actor, Task task) {
        script.start(new ActorTask(actor, task));
    }

    /** Reads rows: what they attempt is returned instead of becoming steps of the script. */
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

    /** While what was started goes on, somebody does something. */
    void meanwhile(ActorTask task) {
        script.meanwhile(task);
    }

    /** Several do something at the same moment. */
    void together(List<ActorTask> tasks) {
        script.together(tasks);
    }

    /** A crowd arrives within some time. */
    void crowd(List<ActorTask> tasks, Duration within) {
        script.crowd(tasks, within);
    }

    /** The whole script is played so many times. */
    void times(int number) {
        script.times(number);
    }
}
