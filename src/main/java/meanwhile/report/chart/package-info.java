/** Charts as numbers and words; a template draws them. */
@NullMarked
package meanwhile.report.chart;

import org.jspecify.annotations.NullMarked;
