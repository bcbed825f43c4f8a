package meanwhile.language;

/**
 * Where a request is held until all of a party can go together. A server may decide on the headers
 * alone (sessions, allowances) or only on the whole request, so races use both in turn.
 */
public enum GatePoint {
    /** The headers of all requests are let go together; bodies follow as they come. */
    END_OF_HEADERS,
    /** Whole requests are let go together, each in one write. */
    END_OF_REQUEST
}
