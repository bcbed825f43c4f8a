/**
 * Checkers of general promises: linearizability of an object, guarantees of a session, complete
 * pages, unique names. They know histories of events and nothing of a gallery, of HTTP or of how a
 * history came about, and may import nothing else of {@code meanwhile}.
 */
@NullMarked
package meanwhile.model;

import org.jspecify.annotations.NullMarked;
