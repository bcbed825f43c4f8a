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
    /** How the names of nameless members of a crowd begin: "member 7". */
    public static final String CROWD = "member ";

    @Override
    public String toString() {
        return device == null ? member : member + " on " + device;
    }
}
