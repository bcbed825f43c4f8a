/**
 * The gallery's HTTP side: a node, its routes, and how answers and refusals are written.
 *
 * <p>It may import {@code seam}, {@code media} and {@code database}.
 */
@NullMarked
package meanwhile.reference.web;

import org.jspecify.annotations.NullMarked;
