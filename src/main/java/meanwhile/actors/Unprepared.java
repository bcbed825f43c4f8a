package meanwhile.actors;

import meanwhile.history.Call;
import meanwhile.history.Telling;
import meanwhile.language.Naming;

/** The world that an example needs could not be made; the round is undecided. */
public final class Unprepared extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Unprepared(String reason) {
        super(reason);
    }

    Unprepared(Call call, Naming naming) {
        super(
                "the world could not be prepared: %s (%s)"
                        .formatted(Telling.of(call, naming), call.outcome().detail()));
    }
}
