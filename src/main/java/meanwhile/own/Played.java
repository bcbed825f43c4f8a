package meanwhile.own;

import meanwhile.history.History;
import meanwhile.language.ActorName;

/** A round that was played: its calls, and a way to look at what it left. */
public interface Played {
    /** Its number, from 1. */
    int number();

    /** All its calls, in the order in which they began. */
    History history();

    /** The calls of the action that steps named so: "adds a line". */
    History calls(String words);

    /** Somebody without a session, whose looks are no part of the action. */
    Actor looks();

    /** An actor of the round, whose looks are no part of the action. */
    Actor looks(ActorName who);
}
