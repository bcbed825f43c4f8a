package meanwhile.steps;

import java.time.Duration;
import meanwhile.actors.ActorSession;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Operation;

/** Sessions that end while an example is played. */
final class Sessions {
    /** The shortest session that can be asked for. */
    static final Duration SHORT = Duration.ofSeconds(1);

    /** No session that was asked to be short lasts so long. */
    static final Duration LIMIT = Duration.ofSeconds(4);

    private Sessions() {}

    /** The session that the member opened last in the preparation, on whatever device. */
    static Answer.SessionOpened opened(ActorSession me) {
        Answer.SessionOpened last = null;
        for (Call call : me.soFar().in(Phase.GIVEN).of(Operation.LogIn.class).calls()) {
            Answer.SessionOpened session = call.answer(Answer.SessionOpened.class);
            if (session != null && call.actor().member().equals(me.name().member())) {
                last = session;
            }
        }
        if (last == null) {
            throw new IllegalStateException("nobody opened a session before");
        }
        return last;
    }
}
