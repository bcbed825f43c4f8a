package meanwhile.reference.defect;

import java.util.List;
import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;

/**
 * Describes a behaviour that is odd but keeps every promise: any alarm about it is a false one.
 *
 * @param name the name by which it is chosen
 * @param story what happens and why it is allowed, in one sentence
 * @param mustNotAlarm the clauses most likely to raise a false alarm
 * @param plant replaces a usual part by the odd one
 */
public record Decoy(
        String name, String story, List<String> mustNotAlarm, UnaryOperator<Parts> plant) {
    /** Makes a defensive copy. */
    public Decoy {
        mustNotAlarm = List.copyOf(mustNotAlarm);
    }
}
