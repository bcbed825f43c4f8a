/**
 * Living documentation from messages, verdicts and histories: data first, rendering last.
 *
 * <p>It may import {@code language}, {@code history}, {@code check}, {@code model} and {@code
 * proof}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.report;

import org.jspecify.annotations.NullMarked;
