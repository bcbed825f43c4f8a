/**
 * Reads recorded histories of other tools as events for the checkers, and words the output of
 * {@code judge}.
 *
 * <p>It may import what {@code suite} may.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.judge;

import org.jspecify.annotations.NullMarked;
