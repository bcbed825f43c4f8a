package meanwhile.actors;

import java.time.Duration;
import java.util.List;

/** A step of the script. */
sealed interface ScriptStep {

    /** The tasks of this step. */
    List<ActorTask> tasks();

    /**
     * Those of them that are performed in a round.
     *
     * @param seed the run's seed
     * @param round the number of the round, from 1
     */
    default List<ActorTask> tasks(long seed, int round) {
        return tasks();
    }

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

    /** In each round two of several actors act at the same moment, behind the gate. */
    record AnyTwo(List<ActorTask> tasks) implements ScriptStep {
        public AnyTwo {
            tasks = List.copyOf(tasks);
        }

        @Override
        public List<ActorTask> tasks(long seed, int round) {
            PairShare.Pair pair = PairShare.of(tasks.size(), seed, round);
            return List.of(tasks.get(pair.one()), tasks.get(pair.other()));
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
