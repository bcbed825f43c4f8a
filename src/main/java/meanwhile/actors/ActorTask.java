package meanwhile.actors;

import meanwhile.language.ActorName;

/** One line of the script: who, and what they do. */
public record ActorTask(ActorName actor, Task task) {}
