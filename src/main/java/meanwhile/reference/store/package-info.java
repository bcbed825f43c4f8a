/**
 * The sound parts: what the gallery promises, kept by PostgreSQL transactions, locks and
 * constraints.
 *
 * <p>It may import {@code seam} and {@code media}.
 */
@NullMarked
package meanwhile.reference.store;

import org.jspecify.annotations.NullMarked;
