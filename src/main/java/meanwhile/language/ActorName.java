package meanwhile.language;

import org.jspecify.annotations.Nullable;

/**
 * The name of an actor, which has a session of its own. "Ben on his phone" and "Ben on his tablet"
 * are two actors and one member.
 *
 * @param member the member's name in the feature
 * @param device the device, if the feature distinguishes devices: "his phone"
 */
public record ActorName(String member, @Nullable String device) {
    /** An actor that only reads. */
    public static final ActorName ONLOOKER = new ActorName("an onlooker", null);

    private static final String CROWD = "member ";

    /**
     * Whether the feature gives the actor no name: a member of a crowd, "member 7", or an onlooker.
     */
    public boolean isNameless() {
        return member.startsWith(CROWD) || member.equals(ONLOOKER.member);
    }

    @Override
    public String toString() {
        return device == null ? member : member + " on " + device;
    }
}
