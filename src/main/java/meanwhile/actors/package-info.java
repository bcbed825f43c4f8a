/**
 * Actors and timing: cast, sessions, the starting gate, rounds. The threads of a round start here.
 *
 * <p>Concurrency takes three forms. A <i>collision</i> ({@code ScriptStep.Together}): requests wait
 * at the gate and are released together. An <i>overlap</i> ({@code ScriptStep.Start}, {@code
 * ScriptStep.Meanwhile}): one thing happens while another is going on. A <i>crowd</i> ({@code
 * ScriptStep.Crowd}), for the features about load: a schedule of arrivals over the same actors and
 * the same recorder.
 *
 * <p>It may import {@code language} and {@code history}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.actors;

import org.jspecify.annotations.NullMarked;
