package meanwhile.language;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts, with a session of their own. "Ben on his phone" and "Ben on his tablet" are
 * two actors and one member.
 *
 * @param member the member's name in the feature
 * @param device the device, where the feature tells them apart: "his phone"
 */
public record ActorName(String member, @Nullable String device) {
    /** Somebody who only looks. */
    public static final ActorName ONLOOKER = new ActorName("an onlooker", null);

    private static final String CROWD = "member ";

    /** Whether it is somebody of a crowd, "member 7", or an onlooker: nobody knows them by name. */
    public boolean isNameless() {
        return member.startsWith(CROWD) || member.equals(ONLOOKER.member);
    }

    @Override
    public String toString() {
        return device == null ? member : member + " on " + device;
    }
}
