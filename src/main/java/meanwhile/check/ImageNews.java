package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.model.Event;
import meanwhile.model.News;
import org.jspecify.annotations.Nullable;

/** What those who waited for {@link News} heard of the images that were uploaded meanwhile. */
public final class ImageNews {
    /** An answer that was given just before may take so long to arrive. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private ImageNews() {}

    /**
     * Everybody who waited heard of every image once, and in time.
     *
     * @param history in which all who wait go on from a place in the news that is older than every
     *     upload
     * @param processing from the upload's acknowledgement until there must be news of it
     * @param propagation from then, or from when the first heard of it, until all must have heard
     */
    public static Verdict heardOnce(History history, Duration processing, Duration propagation) {
        Map<ImageId, Call> uploads = UploadCompletion.acknowledged(history);
        if (uploads.isEmpty() || polls(history).isEmpty()) {
            return new Verdict.Undecided("nobody waited, or nothing was uploaded");
        }
        List<Event<News.Op>> events = new ArrayList<>();
        List<Call> calls = history.calls();
        Map<ImageId, Set<String>> kinds = kinds(history, uploads);
        Map<String, Call> first = first(history, uploads);
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            Answer.NewsSeen seen = call.answer(Answer.NewsSeen.class);
            if (taken != null) {
                for (String what :
                        kinds.getOrDefault(taken.id(), Set.of("news of " + taken.id()))) {
                    events.add(happening(i, call, what, kinds, first));
                }
            } else if (seen != null) {
                events.add(event(i, call, new News.Poll(told(seen, uploads))));
            }
        }
        Verdict told = News.check(events, processing.plus(propagation).toNanos()).on(calls);
        return told instanceof Verdict.Contradicted
                ? told
                : Verdict.worst(
                        List.of(
                                told,
                                passedOver(history, uploads, first, propagation),
                                SkippedNews.check(streams(history, uploads)),
                                unanswered(history)));
    }

    /** Whose last wait had no answer may have heard in it, or not. */
    private static Verdict unanswered(History history) {
        Map<ActorName, Call> last = new LinkedHashMap<>();
        polls(history).forEach(poll -> last.put(poll.actor(), poll));
        return last.values().stream()
                .filter(poll -> poll.outcome() instanceof Outcome.Unknown)
                .findFirst()
                .<Verdict>map(
                        poll ->
                                new Verdict.Undecided(
                                        "the last wait of %s had no answer"
                                                .formatted(poll.actor())))
                .orElseGet(Verdict::holds);
    }

    /** Whoever asks to wait is let in. */
    public static Verdict letIn(History asking) {
        for (Call poll : polls(asking)) {
            if (poll.outcome() instanceof Outcome.Refused refused) {
                return new Verdict.Contradicted(
                        new CounterExample(
                                "Expected to be let in to wait, was refused as %s (%s)"
                                        .formatted(refused.why().key(), refused.detail()),
                                List.of(poll),
                                "This was the member's only wait; others took the places"));
            }
        }
        return polls(asking).stream().anyMatch(Call::accepted)
                ? Verdict.holds()
                : new Verdict.Undecided("no wait was answered");
    }

    /** What each was told, in order, as far as every answer is known. */
    private static List<List<SkippedNews.Heard>> streams(
            History history, Map<ImageId, Call> uploads) {
        Map<ActorName, List<SkippedNews.Heard>> streams = new LinkedHashMap<>();
        Set<ActorName> unknown = new HashSet<>();
        for (Call poll : polls(history)) {
            List<SkippedNews.Heard> stream =
                    streams.computeIfAbsent(poll.actor(), _ -> new ArrayList<>());
            Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
            if (seen == null) {
                unknown.add(poll.actor());
            } else {
                told(seen, uploads).forEach(what -> stream.add(new SkippedNews.Heard(what, poll)));
            }
        }
        streams.keySet().removeAll(unknown);
        return List.copyOf(streams.values());
    }

    /**
     * Nobody who began to wait only when all had to know was sent away with nothing. Full answers
     * do not count here, which may leave the rest to the next.
     */
    private static Verdict passedOver(
            History history,
            Map<ImageId, Call> uploads,
            Map<String, Call> first,
            Duration propagation) {
        Map<ActorName, List<Call>> waiting = new LinkedHashMap<>();
        for (Call poll : polls(history)) {
            waiting.computeIfAbsent(poll.actor(), _ -> new ArrayList<>()).add(poll);
        }
        for (List<Call> polls : waiting.values()) {
            for (Map.Entry<String, Call> known : first.entrySet()) {
                long latest = end(known.getValue()) + propagation.toNanos();
                Call vain = endedInVain(polls, known.getKey(), uploads, latest);
                if (vain != null) {
                    return new Verdict.Contradicted(
                            new CounterExample(
                                    "Expected to be told of “%s”, was told nothing"
                                            .formatted(known.getKey()),
                                    List.of(known.getValue(), vain),
                                    "Another had heard of it more than %d ms before"
                                            .formatted(propagation.toMillis())));
                }
            }
        }
        return Verdict.holds();
    }

    /** The first wait after the latest moment that ended in nothing, unless it was told before. */
    private static @Nullable Call endedInVain(
            List<Call> polls, String what, Map<ImageId, Call> uploads, long latest) {
        for (Call poll : polls) {
            Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
            // A poll without an answer may have had it.
            if (seen == null || told(seen, uploads).contains(what)) {
                return null;
            }
            if (seen.news().isEmpty() && poll.times().begun() > latest) {
                return poll;
            }
        }
        return null;
    }

    /**
     * Whoever waited heard of an image at about the same time: nobody who was waiting when the
     * first heard of it went on waiting for much longer, and least of all in vain.
     *
     * @param spread between the first and the last to hear of it
     */
    public static Verdict heardTogether(History history, Duration spread) {
        Map<ImageId, Call> uploads = UploadCompletion.acknowledged(history);
        Map<String, Call> first = first(history, uploads);
        if (first.isEmpty()) {
            return new Verdict.Undecided("nobody heard of anything");
        }
        for (Call poll : polls(history)) {
            Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
            for (String what : seen == null ? List.<String>of() : told(seen, uploads)) {
                Call early = first.get(what);
                // Whoever asked only later could not have heard of it before.
                if (early != null
                        && poll.times().begun() <= end(early)
                        && end(poll) - end(early) > spread.toNanos()) {
                    return new Verdict.Contradicted(
                            new CounterExample(
                                    "Expected all who waited to hear of it within %d ms of each other"
                                            .formatted(spread.toMillis()),
                                    List.of(early, poll),
                                    "Both were waiting when it happened"));
                }
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

    /** Who heard of each first. */
    private static Map<String, Call> first(History history, Map<ImageId, Call> uploads) {
        Map<String, Call> first = new LinkedHashMap<>();
        for (Call poll : polls(history)) {
            Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
            for (String what : seen == null ? List.<String>of() : told(seen, uploads)) {
                first.merge(what, poll, (a, b) -> end(a) <= end(b) ? a : b);
            }
        }
        return first;
    }

    /** What others did with the new image later on is due only from when somebody heard of it. */
    private static Event<News.Op> happening(
            int source,
            Call upload,
            String what,
            Map<ImageId, Set<String>> kinds,
            Map<String, Call> first) {
        Answer.UploadTaken taken = Objects.requireNonNull(upload.answer(Answer.UploadTaken.class));
        long earliest =
                kinds.getOrDefault(taken.id(), Set.of()).stream()
                        .map(first::get)
                        .filter(Objects::nonNull)
                        .mapToLong(ImageNews::end)
                        .min()
                        .orElse(Long.MAX_VALUE);
        Call heard = first.get(what);
        long confirmed =
                heard == null || end(heard) <= earliest
                        ? end(upload)
                        : Math.max(end(upload), end(heard));
        return new Event<>(
                source,
                upload.actor().toString(),
                new News.Happening(what),
                upload.times().begun(),
                confirmed,
                upload.accepted());
    }

    private static Map<ImageId, Set<String>> kinds(History history, Map<ImageId, Call> uploads) {
        Map<ImageId, Set<String>> kinds = new HashMap<>();
        for (Call poll : polls(history)) {
            Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
            for (Answer.NewsItem item : seen == null ? List.<Answer.NewsItem>of() : seen.news()) {
                if (item.image() != null && uploads.containsKey(item.image())) {
                    kinds.computeIfAbsent(item.image(), _ -> new TreeSet<>()).add(named(item));
                }
            }
        }
        return kinds;
    }

    private static List<String> told(Answer.NewsSeen seen, Map<ImageId, Call> uploads) {
        List<String> told = new ArrayList<>();
        for (Answer.NewsItem item : seen.news()) {
            if (item.image() != null && uploads.containsKey(item.image())) {
                told.add(named(item));
            }
        }
        return told;
    }

    /** Two may vote on one new image: only the same happening is told twice. */
    private static String named(Answer.NewsItem item) {
        return "%s of %s (%s)".formatted(item.kind(), item.image(), item.id());
    }

    private static Event<News.Op> event(int source, Call call, News.Op op) {
        return new Event<>(
                source,
                call.actor().toString(),
                op,
                call.times().begun(),
                call.times().ended(),
                call.accepted());
    }

    private static long end(Call call) {
        return call.times().ended();
    }
}
