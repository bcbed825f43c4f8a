/**
 * Planted defects: each replaces one sound part of the reference gallery by a small faulty one,
 * chosen by name.
 *
 * <p>It may import {@code reference}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.defect;

import org.jspecify.annotations.NullMarked;
