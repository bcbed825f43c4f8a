package meanwhile.language;

/**
 * The starting gate as a driver sees it: called once, when the request stands ready at the socket.
 */
public interface Release {

    /** Where to hold the request. */
    GatePoint point();

    /**
     * Waits at the gate until all of the party have arrived.
     *
     * @throws GateClosed if somebody never came: nothing may be sent then
     */
    void arrive() throws GateClosed;

    /** Whether to cut the connection, and when. */
    default BreakOff breaksOff() {
        return BreakOff.NEVER;
    }

    /** Told when the headers have left, where they are let go by themselves; may wait. */
    default void headersLeft() {}

    /** Told when the last byte of the request has left. */
    default void sent() {}
}
