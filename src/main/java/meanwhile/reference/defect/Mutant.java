package meanwhile.reference.defect;

import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;

/**
 * Describes a mechanical change of the sound gallery: enumerated, not chosen, and possibly without
 * any effect that can be observed.
 *
 * @param name what is changed and where
 * @param plant changes it
 */
public record Mutant(String name, UnaryOperator<Parts> plant) {}
