/**
 * Checkers of what a declared domain promises: how many of its deeds are accepted, what its numbers
 * and lists become, and what never overlaps. They know no domain: they are told its words.
 *
 * <p>Internal: it may change without notice. May import language, history, model and check.
 */
@NullMarked
package meanwhile.check.declared;

import org.jspecify.annotations.NullMarked;
