package meanwhile.check;

import java.time.Duration;
import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/**
 * Checks that changes are refused during maintenance and served before and after it. The exact
 * moments of its beginning and end are not visible from outside, and it may take the promised delay
 * until it is known everywhere; so only calls that lie certainly within must be refused, and only
 * calls that lie certainly outside must be served.
 */
public final class MaintenanceWindow {
    private MaintenanceWindow() {}

    /**
     * Checks that changes are refused during maintenance and only then, with the time to come back.
     */
    public static Verdict refusesChanges(History history, Duration delay) {
        List<Call> switches =
                history.of(Operation.SetMaintenance.class).where(Call::possible).calls();
        boolean seen = false;
        for (Call call : history.where(MaintenanceWindow::isMembersChange).calls()) {
            if (call.accepted() && within(call, switches, delay)) {
                return Verdict.contradicted(
                        "Expected to be asked to come back later, was served",
                        CounterExample.join(switches, List.of(call)),
                        "Maintenance had begun, and had not ended");
            }
            if (call.outcome() instanceof Outcome.Refused refused
                    && refused.why() == Refusal.MAINTENANCE) {
                seen = true;
                if (outside(call, switches, delay)) {
                    return Verdict.contradicted(
                            "Expected to be served, was asked to come back later",
                            CounterExample.join(switches, List.of(call)),
                            "There was no maintenance at that time");
                }
                if (refused.retryAfter() == null) {
                    return Verdict.contradicted(
                            "Expected to be told when to come back, was not told",
                            List.of(call),
                            "A caller refused by maintenance can come back");
                }
            }
        }
        return seen
                ? Verdict.holds()
                : new Verdict.Undecided("nobody was asked to come back later");
    }

    /** Checks that every search for that word shows the image, which was ready before and stays. */
    public static Verdict alwaysFound(ImageId image, String word, History history) {
        for (Call call : history.of(Operation.SearchImages.class).calls()) {
            Answer.ImagesListed found = call.answer(Answer.ImagesListed.class);
            if (found != null
                    && call.operation() instanceof Operation.SearchImages(String words, _, _)
                    && words.equals(word)
                    && !found.ids().contains(image)) {
                return Verdict.contradicted(
                        "Expected to find the image, did not",
                        List.of(call),
                        "It was ready long before, and nobody deleted it");
            }
        }
        return Verdict.holds();
    }

    /** Whether a member changes something; administrators' changes do not count. */
    static boolean isMembersChange(Call call) {
        return call.operation() instanceof Operation.ImageWrite
                || call.operation() instanceof Operation.OpinionWrite
                || call.operation() instanceof Operation.CollectionWrite;
    }

    /** Whether the whole call lies in a maintenance that is known everywhere. */
    private static boolean within(Call call, List<Call> switches, Duration delay) {
        for (Call on : switches) {
            if (!begins(on) || !on.accepted()) {
                continue;
            }
            boolean known = on.times().ended() + delay.toNanos() < call.times().begun();
            boolean ended =
                    switches.stream()
                            .anyMatch(
                                    off ->
                                            !begins(off)
                                                    && off.latestEffect() >= on.times().begun()
                                                    && off.times().begun() <= call.times().ended());
            if (known && !ended) {
                return true;
            }
        }
        return false;
    }

    /** Whether every maintenance was over and known to be over, or none had begun. */
    private static boolean outside(Call call, List<Call> switches, Duration delay) {
        for (Call on : switches) {
            if (!begins(on) || on.times().begun() > call.times().ended()) {
                continue;
            }
            boolean over =
                    switches.stream()
                            .anyMatch(
                                    off ->
                                            !begins(off)
                                                    && off.accepted()
                                                    && on.before(off)
                                                    && off.times().ended() + delay.toNanos()
                                                            < call.times().begun());
            if (!over) {
                return false;
            }
        }
        return true;
    }

    private static boolean begins(Call call) {
        return call.operation() instanceof Operation.SetMaintenance(boolean readOnly) && readOnly;
    }
}
