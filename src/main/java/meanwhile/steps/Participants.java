package meanwhile.steps;

import java.util.LinkedHashSet;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;

/** The actors of an action. */
final class Participants {
    private Participants() {}

    /** The callers, each member once and on the device that they used first. */
    static Set<ActorName> of(History calls) {
        Set<ActorName> actors = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Call call : calls.calls()) {
            if (seen.add(call.actor().member())) {
                actors.add(call.actor());
            }
        }
        return actors;
    }
}
