package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;

/**
 * Walks through what everybody can find: a feed, or the images with a tag. What others upload or
 * delete meanwhile may be seen or not, as it becomes ready at its own time; what had been seen
 * ready so long before that everybody should know must be met exactly once. Images that the example
 * did not make are not judged.
 */
public final class FoundWalks {
    private FoundWalks() {}

    /**
     * Every walk meets what was there throughout exactly once, and nothing twice.
     *
     * @param delay the promised delay until others see what is ready
     */
    public static Verdict complete(History history, Duration delay) {
        List<Verdict> verdicts = new ArrayList<>();
        Set<ImageId> known = Completion.acknowledged(history).keySet();
        Map<ImageId, Call> ready = seenReady(history);
        for (List<Call> walk : walks(history)) {
            List<Event<Paging.Act>> events = new ArrayList<>();
            List<Call> calls = history.calls();
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                if (walk.contains(call)) {
                    events.add(
                            page(i, call, known, call.equals(walk.getLast()))
                                    .lagging(delay.toNanos()));
                } else {
                    act(i, call, ready, events);
                }
            }
            verdicts.add(Paging.check(events).on(calls));
        }
        return verdicts.isEmpty()
                ? new Verdict.Undecided("nobody walked through anything")
                : Verdict.worst(verdicts);
    }

    /** An actor's pages from a first one, which has no cursor, to the next first one. */
    private static List<List<Call>> walks(History history) {
        Map<String, List<List<Call>>> walks = new LinkedHashMap<>();
        for (Call call : history.in(Phase.WHEN).calls()) {
            boolean first =
                    switch (call.operation()) {
                        case Operation.FilterByTag filter -> filter.after() == null;
                        case Operation.ReadFeed feed -> feed.after() == null;
                        default -> false;
                    };
            boolean page =
                    call.operation() instanceof Operation.FilterByTag
                            || call.operation() instanceof Operation.ReadFeed;
            if (page) {
                List<List<Call>> own =
                        walks.computeIfAbsent(call.actor().toString(), _ -> new ArrayList<>());
                if (first || own.isEmpty()) {
                    own.add(new ArrayList<>());
                }
                own.getLast().add(call);
            }
        }
        return walks.values().stream().flatMap(List::stream).toList();
    }

    private static Event<Paging.Act> page(int source, Call call, Set<ImageId> known, boolean last) {
        Answer.ImagesListed listed = call.answer(Answer.ImagesListed.class);
        List<String> shown =
                listed == null
                        ? List.of()
                        : listed.ids().stream()
                                .filter(known::contains)
                                .map(ImageId::value)
                                .toList();
        return event(source, call, new Paging.Page(shown, last, null), call.accepted());
    }

    /** The first look that showed an image as ready. */
    private static Map<ImageId, Call> seenReady(History history) {
        Map<ImageId, Call> ready = new HashMap<>();
        for (Call look : history.of(Operation.ReadImage.class).calls()) {
            Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
            if (seen != null && seen.status() == ImageStatus.READY) {
                ready.merge(
                        seen.id(),
                        look,
                        (one, other) -> one.times().ended() <= other.times().ended() ? one : other);
            }
        }
        return ready;
    }

    private static void act(
            int source, Call call, Map<ImageId, Call> ready, List<Event<Paging.Act>> events) {
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        if (taken != null) {
            Call look = ready.get(taken.id());
            events.add(
                    new Event<>(
                            source,
                            call.actor().toString(),
                            new Paging.Add(taken.id().value()),
                            call.times().begun(),
                            (look == null ? call : look).times().ended(),
                            look != null));
        } else if (call.possible()
                && call.operation() instanceof Operation.DeleteImage(ImageId image)) {
            events.add(event(source, call, new Paging.Remove(image.value()), false));
        }
    }

    private static Event<Paging.Act> event(int source, Call call, Paging.Act act, boolean known) {
        return new Event<>(
                source,
                call.actor().toString(),
                act,
                call.times().begun(),
                call.times().ended(),
                known);
    }
}
