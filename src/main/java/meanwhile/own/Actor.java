package meanwhile.own;

import io.restassured.specification.RequestSpecification;
import meanwhile.language.ActorName;

/**
 * An actor in one round, with a session of their own. What they send is recorded under the name
 * that the step gives it.
 */
public interface Actor {
    ActorName name();

    /**
     * An ordinary specification of REST Assured, with the address of the actor's door and the
     * actor's session, for one request. In a row of “at the same moment” the actor's first one is
     * held at the gate until those of the other rows are ready; what follows is sent at once. What
     * has no answer ends the act.
     *
     * @param words what the actor does: "adds a line"
     */
    default RequestSpecification given(String words) {
        return given(OwnCall.named(words));
    }

    /** The same with what its answers mean. */
    RequestSpecification given(OwnCall call);

    /**
     * The same for a look that the change after it needs. In two rounds of three it is sent ahead
     * of the gate, so that the changes themselves collide; in the third it waits there itself. An
     * answer that is not an acceptance ends the act.
     */
    default RequestSpecification ahead(String words) {
        return ahead(OwnCall.named(words));
    }

    /** The same with what its answers mean. */
    RequestSpecification ahead(OwnCall call);

    /** A name that is unique, in this run and across runs. */
    String uniqueName(String like);

    /**
     * Remembers a thing of this round by the feature's name for it, so that others find it and the
     * report calls it so.
     *
     * @param kind "account"
     * @param name the name in the feature
     * @param id the target's name for it
     */
    void knows(String kind, String name, String id);

    /** The target's name for a thing of this round. */
    String the(String kind, String name);
}
