package meanwhile.steps;

import java.time.Duration;
import meanwhile.actors.ActorSession;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Operation;

/** Sessions that end during an example. */
final class Sessions {
    /** The shortest session that can be requested. */
    static final Duration SHORT = Duration.ofSeconds(1);

    /** Longer than any session that was requested to be short. */
    static final Duration LIMIT = Duration.ofSeconds(4);

    private Sessions() {}

    /** The session that the member opened last in the preparation, on any device. */
    static Answer.SessionOpened opened(ActorSession me) {
        Answer.SessionOpened last = null;
        for (Call call : me.soFar().in(Phase.GIVEN).of(Operation.LogIn.class).calls()) {
            Answer.SessionOpened session = call.answer(Answer.SessionOpened.class);
            if (session != null && call.actor().member().equals(me.name().member())) {
                last = session;
            }
        }
        if (last == null) {
            throw new IllegalStateException("no earlier step opened a session");
        }
        return last;
    }
}
