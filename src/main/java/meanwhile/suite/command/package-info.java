/**
 * The commands of {@code meanwhile}, one class each: they read options and print results.
 *
 * <p>It may import every other package of {@code suite}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.command;

import org.jspecify.annotations.NullMarked;
