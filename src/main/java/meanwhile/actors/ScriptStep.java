package meanwhile.actors;

import java.time.Duration;
import java.util.List;

/** A step of the script. */
sealed interface ScriptStep {

    /** What is done in it, by whom. */
    List<ActorTask> tasks();

    /** Somebody does something; the script goes on when it is done. */
    record Solo(ActorTask task) implements ScriptStep {
        @Override
        public List<ActorTask> tasks() {
            return List.of(task);
        }
    }

    /** Several do something at the same moment, behind the gate. */
    record Together(List<ActorTask> tasks) implements ScriptStep {
        public Together {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * Somebody starts something; the script goes on as soon as their first request is under way.
     */
    record Start(ActorTask task) implements ScriptStep {
        @Override
        public List<ActorTask> tasks() {
            return List.of(task);
        }
    }

    /** Somebody does something while what was started is still going on. */
    record Meanwhile(ActorTask task) implements ScriptStep {
        @Override
        public List<ActorTask> tasks() {
            return List.of(task);
        }
    }

    /** A crowd arrives: each at a time of their own, whether those before are served or not. */
    record Crowd(List<ActorTask> tasks, Duration within) implements ScriptStep {
        public Crowd {
            tasks = List.copyOf(tasks);
        }
    }
}
