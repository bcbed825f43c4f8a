/**
 * The gallery's HTTP side: a node, its routes, and how answers and refusals are written.
 *
 * <p>It may import {@code seam}, {@code media} and {@code database}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.web;

import org.jspecify.annotations.NullMarked;
