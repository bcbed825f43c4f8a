package meanwhile.reference.web;

import io.javalin.http.Handler;

/**
 * Stands before every operation of a node and may answer instead; the sound front lets every
 * request pass.
 */
@FunctionalInterface
public interface Front {
    /**
     * The request attribute with the maximum page size, an Integer, where it is not the usual one.
     */
    String LARGEST_PAGE = "gallery-largest-page";

    /**
     * The handler that is called instead of an operation.
     *
     * @param operation writes the answer, or throws the refusal that is written afterwards
     */
    Handler before(Handler operation);
}
