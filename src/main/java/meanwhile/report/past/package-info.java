/** The verdicts of earlier runs. */
@NullMarked
package meanwhile.report.past;

import org.jspecify.annotations.NullMarked;
