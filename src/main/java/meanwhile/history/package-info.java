/**
 * Calls and their outcomes: the append-only recorder, the immutable history, and its file form.
 *
 * <p>It may import {@code language}.
 *
 * <p>Public API: it changes only with a note in the changelog.
 */
@NullMarked
package meanwhile.history;

import org.jspecify.annotations.NullMarked;
