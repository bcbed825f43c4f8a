package meanwhile.reference.defect;

import java.util.List;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;

/**
 * Describes a behaviour that is odd and keeps every promise: an alarm at it is a false one.
 *
 * @param name to choose it by
 * @param story what happens and why it is allowed, in one sentence
 * @param mustNotAlarm the clauses that it is most likely to alarm and must not
 * @param plant replaces a usual part by the odd one
 */
public record Decoy(
        String name, String story, List<String> mustNotAlarm, UnaryOperator<Parts> plant) {
    /** Keeps its own copy. */
    public Decoy {
        mustNotAlarm = List.copyOf(mustNotAlarm);
    }
}
