/**
 * The sound parts: they keep the gallery's promises by PostgreSQL transactions, locks and
 * constraints.
 *
 * <p>It may import {@code seam} and {@code media}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.store;

import org.jspecify.annotations.NullMarked;
