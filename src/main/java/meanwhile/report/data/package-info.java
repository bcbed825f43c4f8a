/**
 * The data of a report, before anything is rendered: the specification, its features and their
 * evidence.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.report.data;

import org.jspecify.annotations.NullMarked;
