package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;

/** What those who waited for {@link News} heard of the images that were uploaded meanwhile. */
public final class NewsOfImages {
    /** An answer that was given just before may take so long to arrive. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private NewsOfImages() {}

    /**
     * Everybody who waited heard of every image once, and in time.
     *
     * @param limit from the upload's acknowledgement until the news must have reached everybody
     */
    public static Verdict heardOnce(History history, Duration limit) {
        Map<ImageId, Call> uploads = Completion.acknowledged(history);
        if (uploads.isEmpty() || polls(history).isEmpty()) {
            return new Verdict.Undecided("nobody waited, or nothing was uploaded");
        }
        List<Event<News.Act>> events = new ArrayList<>();
        List<Call> calls = history.calls();
        Map<ImageId, Set<String>> kinds = kinds(history, uploads);
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            Answer.NewsSeen seen = call.answer(Answer.NewsSeen.class);
            if (taken != null) {
                for (String kind : kinds.getOrDefault(taken.id(), Set.of("news"))) {
                    News.Act act = new News.Happening(kind + " of " + taken.id());
                    events.add(event(i, call, act));
                }
            } else if (seen != null) {
                events.add(event(i, call, new News.Poll(told(seen, uploads))));
            }
        }
        return News.check(events, limit.toNanos()).on(calls);
    }

    /**
     * Whoever waited heard of an image at about the same time: nobody who was waiting when the
     * first heard of it went on waiting for much longer, and least of all in vain.
     *
     * @param spread between the first and the last to hear of it
     */
    public static Verdict heardTogether(History history, Duration spread) {
        Map<ImageId, Call> uploads = Completion.acknowledged(history);
        Map<String, Call> first = new HashMap<>();
        Map<String, Call> last = new LinkedHashMap<>();
        for (Call poll : polls(history)) {
            Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
            for (String what : seen == null ? List.<String>of() : told(seen, uploads)) {
                first.merge(what, poll, (a, b) -> end(a) <= end(b) ? a : b);
                last.merge(what, poll, (a, b) -> end(a) >= end(b) ? a : b);
            }
        }
        if (first.isEmpty()) {
            return new Verdict.Undecided("nobody heard of anything");
        }
        for (Map.Entry<String, Call> late : last.entrySet()) {
            Call early = first.get(late.getKey());
            // Whoever asked only later could not have heard of it before.
            if (early != null
                    && late.getValue().times().begun() <= end(early)
                    && end(late.getValue()) - end(early) > spread.toNanos()) {
                return new Verdict.Contradicted(
                        new CounterExample(
                                "Expected all who waited to hear of it within %d ms of each other"
                                        .formatted(spread.toMillis()),
                                List.of(early, late.getValue()),
                                "Both were waiting when it happened"));
            }
        }
        return inVain(history, uploads, first, spread);
    }

    private static Verdict inVain(
            History history, Map<ImageId, Call> uploads, Map<String, Call> first, Duration spread) {
        for (Map.Entry<String, Call> news : first.entrySet()) {
            Call early = news.getValue();
            Set<String> informed = new HashSet<>();
            for (Call poll : polls(history)) {
                Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
                if (seen == null) {
                    continue;
                }
                if (told(seen, uploads).contains(news.getKey())) {
                    informed.add(poll.actor().toString());
                } else if (!informed.contains(poll.actor().toString())
                        && poll.times().begun() <= end(early)
                        && end(poll) - end(early) > spread.plus(ON_ITS_WAY).toNanos()) {
                    return new Verdict.Contradicted(
                            new CounterExample(
                                    "Expected all who waited to hear of it, one waited on in vain",
                                    List.of(early, poll),
                                    "Both were waiting when it happened"));
                }
            }
        }
        return Verdict.holds();
    }

    private static List<Call> polls(History history) {
        return history.of(Operation.AwaitNews.class).calls();
    }

    private static Map<ImageId, Set<String>> kinds(History history, Map<ImageId, Call> uploads) {
        Map<ImageId, Set<String>> kinds = new HashMap<>();
        for (Call poll : polls(history)) {
            Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
            for (Answer.NewsItem item : seen == null ? List.<Answer.NewsItem>of() : seen.news()) {
                if (item.image() != null && uploads.containsKey(item.image())) {
                    kinds.computeIfAbsent(item.image(), _ -> new TreeSet<>()).add(item.kind());
                }
            }
        }
        return kinds;
    }

    private static List<String> told(Answer.NewsSeen seen, Map<ImageId, Call> uploads) {
        List<String> told = new ArrayList<>();
        for (Answer.NewsItem item : seen.news()) {
            if (item.image() != null && uploads.containsKey(item.image())) {
                told.add(item.kind() + " of " + item.image());
            }
        }
        return told;
    }

    private static Event<News.Act> event(int source, Call call, News.Act act) {
        return new Event<>(
                source,
                call.actor().toString(),
                act,
                call.times().begun(),
                call.times().ended(),
                call.accepted());
    }

    private static long end(Call call) {
        return call.times().ended();
    }
}
