package meanwhile.actors;

import java.time.Duration;
import java.util.List;

/** A step of the script. */
sealed interface ScriptStep {

    /** The tasks of this step. */
    List<ActorTask> tasks();

    /** One actor does something; the script goes on when it is done. */
    record Solo(ActorTask task) implements ScriptStep {
        @Override
        public List<ActorTask> tasks() {
            return List.of(task);
        }
    }

    /** Several actors act at the same moment, behind the gate. */
    record Together(List<ActorTask> tasks) implements ScriptStep {
        public Together {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * One actor starts something; the script goes on as soon as their first request is under way.
     */
    record Start(ActorTask task) implements ScriptStep {
        @Override
        public List<ActorTask> tasks() {
            return List.of(task);
        }
    }

    /** One actor does something while a started task is still going on. */
    record Meanwhile(ActorTask task) implements ScriptStep {
        @Override
        public List<ActorTask> tasks() {
            return List.of(task);
        }
    }

    /**
     * A crowd arrives: each actor at their own time, whether earlier ones have been served or not.
     */
    record Crowd(List<ActorTask> tasks, Duration within) implements ScriptStep {
        public Crowd {
            tasks = List.copyOf(tasks);
        }
    }
}
