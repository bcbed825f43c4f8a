package meanwhile.actors;

import java.time.Duration;
import java.util.List;

/** A step of the script. */
sealed interface ScriptStep {

    /** Somebody does something; the script goes on when it is done. */
    record Solo(ActorTask part) implements ScriptStep {}

    /** Several do something at the same moment, behind the gate. */
    record Together(List<ActorTask> parts) implements ScriptStep {
        public Together {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Somebody starts something; the script goes on as soon as their first request is under way.
     */
    record Start(ActorTask part) implements ScriptStep {}

    /** Somebody does something while what was started is still going on. */
    record Meanwhile(ActorTask part) implements ScriptStep {}

    /** A crowd arrives: each at a time of their own, whether those before are served or not. */
    record Crowd(List<ActorTask> parts, Duration within) implements ScriptStep {
        public Crowd {
            parts = List.copyOf(parts);
        }
    }
}
