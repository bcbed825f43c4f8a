package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.model.AtomicWrites;
import meanwhile.model.Event;
import meanwhile.model.SessionGuarantees;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an image's title and description are seen as one version, and that versions never run
 * backwards.
 */
public final class ImageVersions {
    private ImageVersions() {}

    /**
     * Checks that title and description of each read belong to one change. They are judged where
     * the feature gave both the same words: then any difference is a mixture.
     */
    public static Verdict whole(ImageId image, History history) {
        List<Event<AtomicWrites.Op>> events = new ArrayList<>();
        List<Call> calls = history.calls();
        List<String> initial = List.of();
        boolean described = false;
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if (call.operation() instanceof Operation.ChangeImage change
                    && change.image().equals(image)
                    && call.possible()) {
                described = true;
                events.add(
                        CallEvents.event(
                                i,
                                call,
                                new AtomicWrites.Write(
                                        List.of(
                                                String.valueOf(change.title()),
                                                String.valueOf(change.description())))));
            }
            Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
            if (seen != null && seen.id().equals(image)) {
                List<String> facts =
                        List.of(
                                String.valueOf(seen.title()),
                                String.valueOf(seen.details().description()));
                if (described) {
                    events.add(CallEvents.event(i, call, new AtomicWrites.Read(facts)));
                } else {
                    initial = facts;
                }
            }
        }
        return described
                ? Verdict.worst(
                        List.of(
                                CallEvents.verdict(AtomicWrites.check(events, initial), calls),
                                oneVersionOneText(image, calls)))
                : new Verdict.Undecided("the words were never changed");
    }

    /** Checks that all calls of one version show the words of that version, whoever reads. */
    private static Verdict oneVersionOneText(ImageId image, List<Call> calls) {
        Map<Long, Call> first = new HashMap<>();
        for (Call call : calls) {
            Long version = version(image, call);
            if (version == null) {
                continue;
            }
            Call other = first.putIfAbsent(version, call);
            if (other != null && !words(other).equals(words(call))) {
                return Verdict.contradicted(
                        "Expected one text of version %d, saw %s and %s"
                                .formatted(version, words(other), words(call)),
                        List.of(other, call),
                        "The words of one version were shown as another");
            }
        }
        return Verdict.holds();
    }

    /** The version of the words that the call shows or wrote; null if unknown. */
    private static @Nullable Long version(ImageId image, Call call) {
        Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
        if (seen != null) {
            return seen.id().equals(image) ? seen.version() : null;
        }
        Answer.ImageChanged changed = call.answer(Answer.ImageChanged.class);
        return changed != null
                        && call.operation() instanceof Operation.ChangeImage change
                        && change.image().equals(image)
                        && change.title() != null
                        && change.description() != null
                ? changed.version()
                : null;
    }

    private static List<String> words(Call call) {
        Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
        if (seen != null) {
            return List.of(
                    String.valueOf(seen.title()), String.valueOf(seen.details().description()));
        }
        return call.operation() instanceof Operation.ChangeImage change
                ? List.of(String.valueOf(change.title()), String.valueOf(change.description()))
                : List.of();
    }

    /**
     * Checks that no session reads an older version after a newer one; a member's own changes are
     * seen at once, and others' after the delay.
     */
    public static Verdict neverBackwards(ImageId image, History history, Duration delay) {
        List<Event<SessionGuarantees.Op>> events = new ArrayList<>();
        List<Call> calls = history.calls();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Answer.ImageChanged changed = call.answer(Answer.ImageChanged.class);
            Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
            if (changed != null
                    && changed.version() != null
                    && call.operation() instanceof Operation.ChangeImage change
                    && change.image().equals(image)) {
                events.add(session(i, call, new SessionGuarantees.Write(changed.version())));
            } else if (seen != null && seen.version() != null && seen.id().equals(image)) {
                events.add(session(i, call, new SessionGuarantees.Read(seen.version())));
            }
        }
        if (events.isEmpty()) {
            return new Verdict.NotOffered("the target's images carry no version");
        }
        List<Event<SessionGuarantees.Op>> lagging =
                events.stream()
                        .map(
                                event ->
                                        event.op() instanceof SessionGuarantees.Read
                                                ? event.lagging(delay.toNanos())
                                                : event)
                        .toList();
        return Verdict.worst(
                List.of(
                        CallEvents.verdict(SessionGuarantees.monotonicReads(events), calls),
                        CallEvents.verdict(SessionGuarantees.readYourWrites(events), calls),
                        CallEvents.verdict(SessionGuarantees.monotonicForAll(lagging), calls)));
    }

    /** A session belongs to a member, whichever of their actors calls. */
    private static Event<SessionGuarantees.Op> session(
            int source, Call call, SessionGuarantees.Op op) {
        return CallEvents.event(source, call, op).by(call.actor().member());
    }
}
