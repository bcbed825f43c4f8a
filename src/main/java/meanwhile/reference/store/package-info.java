/**
 * The sound parts: what the gallery promises, kept by PostgreSQL transactions, locks and
 * constraints.
 *
 * <p>It may import {@code seam} and {@code media}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.store;

import org.jspecify.annotations.NullMarked;
