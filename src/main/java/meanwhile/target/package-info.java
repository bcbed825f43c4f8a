/**
 * The profile of a target: its records, and reading and validating them.
 *
 * <p>It may import {@code language}.
 */
@NullMarked
package meanwhile.target;

import org.jspecify.annotations.NullMarked;
