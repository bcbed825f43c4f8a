package meanwhile.reference.web;

import io.javalin.http.Handler;

/** Stands before every operation of a node and may answer otherwise; the sound one lets pass. */
@FunctionalInterface
public interface Front {
    /** The request's attribute with the largest page, an Integer, where it is not the usual one. */
    String LARGEST_PAGE = "gallery-largest-page";

    /**
     * What is called in place of an operation.
     *
     * @param operation writes the answer, or throws the refusal that is written afterwards
     */
    Handler before(Handler operation);
}
