package meanwhile.reference.mutation;

import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;

/**
 * A mechanical change of the sound gallery: enumerated, not chosen, and possibly without any
 * observable effect.
 *
 * @param name what is changed and where
 * @param operator the kind of change
 * @param site the changed place, as {@link ReachedSites} names it
 * @param change makes the change
 */
public record Mutant(String name, Operator operator, String site, Change change) {
    /** How the site of a constraint begins; the name of its table follows. */
    public static final String TABLE = "table ";

    /** How a change is made. */
    public sealed interface Change {}

    /**
     * A change of the database or of the statements sent to it.
     *
     * @param plant makes it at one node
     */
    public record InDatabase(UnaryOperator<Parts> plant) implements Change {}

    /**
     * A change of compiled code.
     *
     * @param at the place
     */
    public record InCode(CodeSite at) implements Change {}
}
