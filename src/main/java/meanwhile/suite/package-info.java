/**
 * Composition root and command line: profile, driver, Cucumber, report.
 *
 * <p>It may import every room; no room imports it.
 */
@NullMarked
package meanwhile.suite;

import org.jspecify.annotations.NullMarked;
