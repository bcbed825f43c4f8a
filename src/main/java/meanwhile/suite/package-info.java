/**
 * Composition root and command line: profile, driver, Cucumber, report.
 *
 * <p>It may import every room; no room imports it.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite;

import org.jspecify.annotations.NullMarked;
