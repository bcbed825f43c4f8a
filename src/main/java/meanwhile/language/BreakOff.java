package meanwhile.language;

/** Whether a sender breaks its own request off, as a phone does in a tunnel. */
public enum BreakOff {
    /** It waits for the answer. */
    NEVER,
    /** The connection is cut when about half of what was held back has left. */
    HALFWAY,
    /** The connection is cut when the whole request has left, before the answer. */
    AFTER_SENDING,
    /** The connection is cut when the answer has begun to arrive: what was asked for is done. */
    AFTER_ANSWERING
}
