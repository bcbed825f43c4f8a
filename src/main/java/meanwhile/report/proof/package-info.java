/** What planted defects showed of the suite's own power. */
@NullMarked
package meanwhile.report.proof;

import org.jspecify.annotations.NullMarked;
