/**
 * The commands of {@code meanwhile}, one class each
 *
 * <p>It may import  they read options and say what came of it.:every other package of {@code suite}.
 */
@NullMarked
package meanwhile.suite.command;

import org.jspecify.annotations.NullMarked;
