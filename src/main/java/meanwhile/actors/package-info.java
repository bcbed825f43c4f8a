/**
 * Who acts and when: cast, sessions, the starting gate, rounds. The only room that starts threads.
 *
 * <p>It may import {@code language} and {@code history}.
 */
@NullMarked
package meanwhile.actors;

import org.jspecify.annotations.NullMarked;
