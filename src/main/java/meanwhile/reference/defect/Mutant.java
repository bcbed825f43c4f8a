package meanwhile.reference.defect;

import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;

/**
 * Describes a mechanical change of the sound gallery: enumerated, not chosen, and possibly without
 * any observable effect.
 *
 * @param name what is changed and where
 * @param plant makes the change
 */
public record Mutant(String name, UnaryOperator<Parts> plant) {}
