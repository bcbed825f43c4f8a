/**
 * Measures the power of the suite: a log of trials with planted defects, decoys, mutants or nothing
 * planted, and the figures that follow from it.
 *
 * <p>It imports no other room.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.proof;

import org.jspecify.annotations.NullMarked;
