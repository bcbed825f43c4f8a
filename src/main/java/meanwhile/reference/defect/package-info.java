/**
 * Planted defects: each a small alternative to one sound part of the reference gallery, chosen by
 * name.
 *
 * <p>It may import {@code reference}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.defect;

import org.jspecify.annotations.NullMarked;
