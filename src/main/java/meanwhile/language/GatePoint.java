package meanwhile.language;

/**
 * Where a request is held until the whole party can be released together. A server may decide on
 * the headers alone (sessions, allowances) or only on the whole request, so races alternate between
 * both.
 */
public enum GatePoint {
    /** The headers of all requests are released together; bodies follow as they come. */
    END_OF_HEADERS,
    /** Whole requests are released together, each in one write. */
    END_OF_REQUEST
}
