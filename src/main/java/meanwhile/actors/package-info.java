/**
 * Who acts and when: cast, sessions, the starting gate, rounds. The threads of a round start here.
 *
 * <p>Things happen at once in three forms. A <i>collision</i> ({@code ScriptStep.Together}):
 * requests are held at the gate and let go together. An <i>overlap</i> ({@code ScriptStep.Start},
 * {@code ScriptStep.Meanwhile}): one thing happens while another is going on. A <i>crowd</i>, for
 * the features about load, is a third kind of step: a schedule of arrivals over the same actors and
 * the same recorder.
 *
 * <p>It may import {@code language} and {@code history}.
 */
@NullMarked
package meanwhile.actors;

import org.jspecify.annotations.NullMarked;
