package meanwhile.actors;

import meanwhile.history.Call;
import meanwhile.history.CallDescription;
import meanwhile.language.Naming;

/** The world that an example needs could not be made; the round is undecided. */
public final class Unprepared extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String story;

    /** Something else than the target is in the way. */
    Unprepared(String reason) {
        super(reason);
        operation = "";
        story = reason;
    }

    Unprepared(Call call, Naming naming) {
        this(
                call.operation().key(),
                "%s (%s)".formatted(CallDescription.of(call, naming), call.outcome().detail()));
    }

    private Unprepared(String operation, String story) {
        super("the world could not be prepared: " + story);
        this.operation = operation;
        this.story = story;
    }

    /** What was to be done, as profiles call it. */
    public String operation() {
        return operation;
    }

    /** Who did what, and what came of it. */
    public String story() {
        return story;
    }
}
