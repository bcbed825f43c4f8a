/**
 * Tests of runs in an environment that fails: the gallery and the suite in their own processes, and
 * between them a line that breaks on demand.
 */
@NullMarked
package meanwhile.faults;

import org.jspecify.annotations.NullMarked;
