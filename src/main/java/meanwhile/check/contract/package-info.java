/**
 * Contracts as tables: what is true of a thing one call at a time, read from a feature, proofread,
 * and the histories judged by it.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.check.contract;

import org.jspecify.annotations.NullMarked;
