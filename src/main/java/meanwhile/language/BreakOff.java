package meanwhile.language;

/** Whether and when a sender cuts its own connection, as a phone does in a tunnel. */
public enum BreakOff {
    /** The sender waits for the answer. */
    NEVER,
    /** The connection is cut when about half of the held bytes have been sent. */
    HALFWAY,
    /** The connection is cut when the whole request has been sent, before the answer arrives. */
    AFTER_SENDING,
    /**
     * The connection is cut when the answer has begun to arrive, so the server has done its work.
     */
    AFTER_ANSWERING
}
