/**
 * Calls and their outcomes: the append-only recorder, the immutable history, and its file form.
 *
 * <p>It may import {@code language}.
 */
@NullMarked
package meanwhile.history;

import org.jspecify.annotations.NullMarked;
