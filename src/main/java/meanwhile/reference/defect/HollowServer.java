package meanwhile.reference.defect;

import java.util.function.UnaryOperator;
import meanwhile.reference.Parts;

/**
 * A gallery that does nothing in its scope. No promise may be said to hold there unless what it
 * speaks of was truly done and seen.
 *
 * @param way what it does instead
 * @param scope which requests it answers so
 */
public record HollowServer(HollowWay way, HollowRequests scope) {
    /** With which every name of a hollow server begins. */
    static final String BEGINNING = "hollow ";

    /** For example "hollow refuses: every write". */
    public String name() {
        return BEGINNING + way.words() + ": " + scope.name();
    }

    /** Plants it. */
    public UnaryOperator<Parts> plant() {
        return way.plant(scope);
    }
}
