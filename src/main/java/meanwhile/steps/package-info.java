/**
 * The phrases of the features: parameter types, hooks and step definitions, each a line that sends
 * an actor to work or asks a question.
 *
 * <p>It may import {@code language}, {@code actors}, {@code history}, {@code check} and {@code
 * model}.
 */
@NullMarked
package meanwhile.steps;

import org.jspecify.annotations.NullMarked;
