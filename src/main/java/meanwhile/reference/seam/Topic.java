package meanwhile.reference.seam;

import java.util.Locale;

/** Names the messages that nodes send each other by PostgreSQL's LISTEN and NOTIFY. */
public enum Topic {
    /** An image changed; the message is its identifier. */
    IMAGE,
    /** There is an image to process. */
    JOB,
    /** There are new events. */
    EVENT,
    /** A member's rights changed or a session ended; the message is the member. */
    REVOKED;

    /** The name of the channel. */
    public String channel() {
        return "gallery_" + name().toLowerCase(Locale.ROOT);
    }
}
