/**
 * One run from its options to its report
 *
 * <p>It may import  reads the features, plays them through Cucumber, and publishes what was found.:{@code suite.open}, {@code suite.setup} and every room.
 */
@NullMarked
package meanwhile.suite.run;

import org.jspecify.annotations.NullMarked;
