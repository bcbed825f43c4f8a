/**
 * One run from its options to its report: reads the features, executes them through Cucumber, and
 * publishes the results.
 *
 * <p>It may import {@code suite.open}, {@code suite.setup} and every room.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.run;

import org.jspecify.annotations.NullMarked;
