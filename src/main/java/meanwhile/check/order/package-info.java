/**
 * Compares what happened at the same moment with what the target itself does when the same calls
 * come one after another.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.check.order;

import org.jspecify.annotations.NullMarked;
