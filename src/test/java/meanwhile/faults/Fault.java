package meanwhile.faults;

/** A fault that a line injects into an answer. */
enum Fault {
    /** No fault. */
    NONE,
    /** The connection is reset after the gallery has done its work: the answer is lost. */
    RESET,
    /** The answer is cut off at some point. */
    CUT,
    /** The answer arrives late and in small pieces. */
    SLOW,
    /** The answer is replaced by bytes that are no HTTP. */
    GARBAGE,
    /**
     * The answer is replaced by a 500 or 502, or by a 503 before the request has been passed on.
     */
    SERVER_ERROR,
    /** The same for every answer: for a while nothing gets through. */
    OUTAGE,
    /** No new connections: TLS fails at the handshake. */
    NO_HANDSHAKE
}
