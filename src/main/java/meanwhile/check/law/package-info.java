/**
 * What is true of a gallery whenever all is quiet: a table of laws, each judged by what a round's
 * calls were answered and by looks that were taken afterwards. It belongs to room {@code check}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.check.law;

import org.jspecify.annotations.NullMarked;
