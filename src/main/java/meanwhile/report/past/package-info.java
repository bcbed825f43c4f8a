/**
 * The verdicts of earlier runs.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.report.past;

import org.jspecify.annotations.NullMarked;
