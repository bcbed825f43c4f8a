/**
 * Writes a first profile from an OpenAPI 3 document, and says what the document leaves open.
 *
 * <p>Nothing is fetched: a reference to another file counts as not known.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.target.openapi;

import org.jspecify.annotations.NullMarked;
