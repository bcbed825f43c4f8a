/**
 * The seams of the gallery: one small interface for each part that could be built wrongly, and the
 * values they exchange.
 *
 * <p>It knows the database handle and nothing of HTTP.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.seam;

import org.jspecify.annotations.NullMarked;
