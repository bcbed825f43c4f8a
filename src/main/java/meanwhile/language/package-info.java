/**
 * The vocabulary: operations, outcomes, identifiers, promises, and the ports through which a
 * gallery is reached.
 *
 * <p>It imports no other room.
 *
 * <p>Public API: it changes only with a note in the changelog.
 */
@NullMarked
package meanwhile.language;

import org.jspecify.annotations.NullMarked;
