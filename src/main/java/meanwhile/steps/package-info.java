/**
 * The phrases of the features: parameter types, hooks and step definitions, each a line that gives
 * an actor a task or asks a question.
 *
 * <p>It may import {@code language}, {@code actors}, {@code history}, {@code check} and {@code
 * model}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.steps;

import org.jspecify.annotations.NullMarked;
