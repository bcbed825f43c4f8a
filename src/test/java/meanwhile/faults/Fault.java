package meanwhile.faults;

/** What a line does to an answer that passes it. */
enum Fault {
    /** Nothing. */
    NONE,
    /** The connection is reset after the gallery has done its work: the answer is lost. */
    RESET,
    /** The answer ends in the middle, sooner or later. */
    CUT,
    /** The answer comes late and in drops. */
    SLOW,
    /** Something else comes in its place, that is no HTTP. */
    GARBAGE,
    /** A 500 or 502 comes in its place, or a 503 before the request has been passed on. */
    SERVER_ERROR,
    /** The same for every answer: for a while nothing gets through. */
    OUTAGE,
    /** No connection is made any more: TLS fails at the handshake. */
    NO_HANDSHAKE
}
