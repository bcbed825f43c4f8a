package meanwhile.actors;

import meanwhile.history.Call;
import meanwhile.history.CallDescription;
import meanwhile.language.Naming;

/** The world that an example needs could not be prepared; the round is undecided. */
public final class Unprepared extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String story;

    /** The cause is not the target. */
    public Unprepared(String reason) {
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

    /** The failed operation, by its name in profiles. */
    public String operation() {
        return operation;
    }

    /** Who called what, and the outcome. */
    public String story() {
        return story;
    }
}
