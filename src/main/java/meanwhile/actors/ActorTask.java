package meanwhile.actors;

import meanwhile.language.ActorName;

/** One line of the script: an actor and their task. */
public record ActorTask(ActorName actor, Task task) {}
