package meanwhile.actors;

import meanwhile.history.Call;
import meanwhile.history.Telling;
import meanwhile.language.Naming;
import meanwhile.language.Outcome;

/** The world that an example needs could not be made; the example is undecided. */
public final class Unprepared extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unprepared(Call call, Naming naming) {
        super(
                "the world could not be prepared: "
                        + Telling.of(call, naming)
                        + detail(call.outcome()));
    }

    private static String detail(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "";
            case Outcome.Refused refused -> " (" + refused.detail() + ")";
            case Outcome.Broken broken -> " (" + broken.detail() + ")";
            case Outcome.Unknown unknown -> " (" + unknown.detail() + ")";
        };
    }
}
