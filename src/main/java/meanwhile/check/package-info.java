/**
 * Pure checkers from a history to a verdict, with counter-examples. They use no clock, no thread,
 * no input or output.
 *
 * <p>It may import {@code language}, {@code history} and {@code model}.
 *
 * <p>Public API: it changes only with a note in the changelog.
 */
@NullMarked
package meanwhile.check;

import org.jspecify.annotations.NullMarked;
