/**
 * Living documentation from messages, verdicts and histories: data first, rendering last.
 *
 * <p>It may import {@code language}, {@code history} and {@code check}.
 */
@NullMarked
package meanwhile.report;

import org.jspecify.annotations.NullMarked;
