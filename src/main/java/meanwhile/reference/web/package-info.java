/**
 * The gallery's HTTP side: a node, its routes, and how answers and refusals are written.
 *
 * <p>It may import {@code seam} and {@code media}.
 */
@NullMarked
package meanwhile.reference.web;

import org.jspecify.annotations.NullMarked;
