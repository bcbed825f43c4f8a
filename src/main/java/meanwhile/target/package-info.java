/**
 * The profile of a target: its records, and reading and validating them.
 *
 * <p>It may import {@code language}.
 *
 * <p>Public API: it changes only with a note in the changelog.
 */
@NullMarked
package meanwhile.target;

import org.jspecify.annotations.NullMarked;
