package meanwhile.check.declared;

import java.util.Map;
import meanwhile.history.Call;

/**
 * A call that may undo a deed.
 *
 * @param operation the name of the operation that it undoes
 */
public record Undo(String operation, Call call) {
    private static final String ID = "id";

    /**
     * Whether it speaks of this deed: both say the same wherever they say something of the same
     * name. Where it names no id, only one's own deeds can be meant.
     */
    public boolean isOf(Call deed) {
        Map<String, String> said = DeedFacts.said(call);
        Map<String, String> told = DeedFacts.told(deed);
        return deed.operation().key().equals(operation)
                && agree(said, DeedFacts.said(deed))
                && agree(said, told)
                && (said.containsKey(ID)
                        ? told.containsKey(ID)
                        : deed.actor().member().equals(call.actor().member()));
    }

    private static boolean agree(Map<String, String> some, Map<String, String> others) {
        return some.entrySet().stream()
                .allMatch(
                        one ->
                                others.getOrDefault(one.getKey(), one.getValue())
                                        .equals(one.getValue()));
    }

    /** Whether it may have been the one that undid this deed. */
    boolean mayUndo(Call deed) {
        return call.possible() && isOf(deed) && !call.before(deed);
    }

    /** Whether it found this deed done, and was accepted. */
    boolean found(Call deed) {
        return call.accepted() && isOf(deed) && deed.before(call);
    }
}
