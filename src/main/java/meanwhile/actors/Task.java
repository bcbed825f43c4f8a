package meanwhile.actors;

import meanwhile.language.GateClosed;

/** The task of an actor: one call or several, one after another. */
@FunctionalInterface
public interface Task {
    /**
     * Performs the task.
     *
     * @param me the actor, who records every call
     * @throws GateClosed if the gate did not open
     */
    void perform(ActorSession me) throws GateClosed;
}
