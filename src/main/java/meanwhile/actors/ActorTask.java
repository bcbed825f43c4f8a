package meanwhile.actors;

import meanwhile.language.ActorName;

/**
 * One line of the script: an actor and their task.
 *
 * @param deed what they do, in the words of the feature; empty where nobody compares it
 */
public record ActorTask(ActorName actor, Task task, String deed) {
    public ActorTask(ActorName actor, Task task) {
        this(actor, task, "");
    }

    /** Whether exchanging the two changes nothing: nobody knows them, and they do the same. */
    boolean isLike(ActorTask other) {
        return actor.isNameless()
                && other.actor.isNameless()
                && !deed.isEmpty()
                && deed.equals(other.deed);
    }
}
