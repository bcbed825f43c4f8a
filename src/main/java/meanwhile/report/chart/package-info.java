/**
 * Charts as numbers and words; a template draws them. *
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.report.chart;

import org.jspecify.annotations.NullMarked;
