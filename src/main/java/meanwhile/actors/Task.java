package meanwhile.actors;

import meanwhile.language.GateClosed;

/** What an actor does: one call or several, one after another. */
@FunctionalInterface
public interface Task {
    /**
     * Does it.
     *
     * @param me the actor, who records every call
     * @throws GateClosed if the gate did not open
     */
    void perform(ActorSession me) throws GateClosed;
}
