package meanwhile.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;

/**
 * Walks through what everybody can find: a feed, or the images with a tag. What others upload or
 * delete meanwhile may be seen or not, as it becomes ready at its own time; what was ready before
 * must be met exactly once. Images that the example did not make are not judged.
 */
public final class FoundWalks {
    private FoundWalks() {}

    /** Every walk meets what was there throughout exactly once, and nothing twice. */
    public static Verdict complete(History history) {
        List<Verdict> verdicts = new ArrayList<>();
        Set<ImageId> known = Completion.acknowledged(history).keySet();
        for (List<Call> walk : walks(history)) {
            List<Event<Paging.Act>> events = new ArrayList<>();
            List<Call> calls = history.calls();
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                if (walk.contains(call)) {
                    events.add(page(i, call, known, call.equals(walk.getLast())));
                } else {
                    act(i, call, events);
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

    private static void act(int source, Call call, List<Event<Paging.Act>> events) {
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        if (taken != null) {
            events.add(
                    event(
                            source,
                            call,
                            new Paging.Add(taken.id().value()),
                            call.phase() == Phase.GIVEN));
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
