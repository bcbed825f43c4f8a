/**
 * What a run makes of an environment that fails: the gallery and the suite in processes of their
 * own, and between them a line that breaks on demand.
 */
@NullMarked
package meanwhile.faults;

import org.jspecify.annotations.NullMarked;
