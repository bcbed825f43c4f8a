/**
 * Recorded histories of others as events for the checkers, and what {@code judge} says of them.
 *
 * <p>It may import what {@code suite} may.
 */
@NullMarked
package meanwhile.suite.judge;

import org.jspecify.annotations.NullMarked;
