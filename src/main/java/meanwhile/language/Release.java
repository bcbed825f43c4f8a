package meanwhile.language;

/**
 * Holds one request at the starting gate: says where to stop, waits for the others, and is told
 * what has been sent. The driver calls {@link #arrive} once, when the request is ready at the
 * socket.
 */
public interface Release {

    /** Where to hold the request. */
    GatePoint point();

    /**
     * Waits at the gate until the whole party has arrived.
     *
     * @throws GateClosed if a member of the party never arrives; then nothing may be sent
     */
    void arrive() throws GateClosed;

    /** Whether to cut the connection, and when. */
    default BreakOff breaksOff() {
        return BreakOff.NEVER;
    }

    /** Called when the headers have been sent, if they are released separately; may block. */
    default void headersLeft() {}

    /** Called when the last byte of the request has been sent. */
    default void sent() {}
}
