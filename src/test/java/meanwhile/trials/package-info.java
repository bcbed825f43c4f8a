/** The servers of {@code src/examples}, played as often as their figures say. */
@NullMarked
package meanwhile.trials;

import org.jspecify.annotations.NullMarked;
