/**
 * What the suite is worth: trials with planted defects, decoys, mutants and nothing planted at all,
 * kept in a log, and the figures that follow from them.
 *
 * <p>It imports no other room.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.proof;

import org.jspecify.annotations.NullMarked;
