/**
 * Mechanical mutants of the reference gallery: every small change that an operator can make to its
 * SQL statements, its constraints and its compiled code, enumerated without anybody's choosing.
 *
 * <p>It may import {@code reference}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.mutation;

import org.jspecify.annotations.NullMarked;
