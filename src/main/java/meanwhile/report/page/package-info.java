/**
 * What each page of a report shows, as records; a template draws it. *
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.report.page;

import org.jspecify.annotations.NullMarked;
