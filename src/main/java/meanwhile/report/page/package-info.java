/** What each page of a report shows, as records; a template draws it. */
@NullMarked
package meanwhile.report.page;

import org.jspecify.annotations.NullMarked;
