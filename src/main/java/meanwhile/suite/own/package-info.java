/**
 * What the public interfaces of {@code meanwhile.own} do: a team's steps speak to it.
 *
 * <p>It may import every room.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.own;

import org.jspecify.annotations.NullMarked;
