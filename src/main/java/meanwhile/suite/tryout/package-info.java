/**
 * Tries each operation of a target once, and shows which clauses can be judged there.
 *
 * <p>It may import {@code suite.run}, {@code suite.open} and every room.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.tryout;

import org.jspecify.annotations.NullMarked;
