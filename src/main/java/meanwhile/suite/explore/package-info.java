/**
 * Explores: draws small programs of what people do at the same moment, plays them, and shrinks what
 * is contradicted to a short example.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.explore;

import org.jspecify.annotations.NullMarked;
