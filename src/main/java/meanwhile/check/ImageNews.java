package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Outcome;
import meanwhile.model.Event;
import meanwhile.model.News;
import org.jspecify.annotations.Nullable;

/**
 * Checks by {@link News} that long polls tell everyone who waits of the images that are uploaded
 * meanwhile.
 */
public final class ImageNews {
    /** How long an answer given just before may take to arrive. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private ImageNews() {}

    /**
     * Checks that everyone who waited heard of every image once, and in time.
     *
     * @param history in which every waiting actor starts from a position older than every upload
     * @param processing from the upload's acknowledgement until there must be news of it
     * @param propagation from then, or from when the first actor heard of it, until all must have
     *     heard
     */
    public static Verdict heardOnce(History history, Duration processing, Duration propagation) {
        HeardNews news = new HeardNews(history);
        if (news.isEmpty()) {
            return new Verdict.Undecided("nobody waited, or nothing was uploaded");
        }
        Map<String, Call> first = news.firstPolls();
        Verdict told =
                CallEvents.verdict(
                        News.check(
                                events(history.calls(), news, first),
                                processing.plus(propagation).toNanos()),
                        history.calls());
        return told instanceof Verdict.Contradicted
                ? told
                : Verdict.worst(
                        List.of(
                                told,
                                passedOver(news, first, propagation),
                                SkippedNews.check(news.streams()),
                                unanswered(news)));
    }

    private static List<Event<News.Op>> events(
            List<Call> calls, HeardNews news, Map<String, Call> first) {
        Map<ImageId, Set<String>> names = news.byImage();
        List<Event<News.Op>> events = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            if (taken != null) {
                Set<String> all = names.getOrDefault(taken.id(), Set.of());
                for (String what : all.isEmpty() ? Set.of("news of " + taken.id()) : all) {
                    events.add(happening(i, call, what, all, first));
                }
            } else if (call.answer(Answer.NewsSeen.class) != null) {
                events.add(CallEvents.event(i, call, new News.Poll(news.toldIn(call))));
            }
        }
        return events;
    }

    /**
     * Later events of the new image are due only from when somebody heard of them.
     *
     * @param all everything that anyone heard of the image
     */
    private static Event<News.Op> happening(
            int source, Call upload, String what, Set<String> all, Map<String, Call> first) {
        long earliest =
                all.stream()
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
        Event<News.Op> event = CallEvents.event(source, upload, new News.Happening(what));
        return event.until(confirmed);
    }

    /** Undecided for an actor whose last wait had no answer: it may have told the news. */
    private static Verdict unanswered(HeardNews news) {
        Map<ActorName, Call> last = new LinkedHashMap<>();
        news.polls().forEach(poll -> last.put(poll.actor(), poll));
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

    /** Checks that every request to wait is let in. */
    public static Verdict letIn(History asking) {
        List<Call> polls = HeardNews.polls(asking);
        for (Call poll : polls) {
            if (poll.outcome() instanceof Outcome.Refused refused) {
                return Verdict.contradicted(
                        "Expected to be let in to wait, was refused as %s (%s)"
                                .formatted(refused.why().key(), refused.detail()),
                        List.of(poll),
                        "This was the member's only wait; others took the places");
            }
        }
        return polls.stream().anyMatch(Call::accepted)
                ? Verdict.holds()
                : new Verdict.Undecided("no wait was answered");
    }

    /**
     * Checks that no wait that began only after everyone had to know ended in nothing. Full answers
     * do not count here, as they may leave the rest to the next poll.
     */
    private static Verdict passedOver(
            HeardNews news, Map<String, Call> first, Duration propagation) {
        for (List<Call> polls : news.pollsOfEach().values()) {
            for (Map.Entry<String, Call> known : first.entrySet()) {
                long latest = end(known.getValue()) + propagation.toNanos();
                Call vain = endedInVain(polls, known.getKey(), news, latest);
                if (vain != null) {
                    return Verdict.contradicted(
                            "Expected to be told of “%s”, was told nothing"
                                    .formatted(known.getKey()),
                            List.of(known.getValue(), vain),
                            "Another had heard of it more than %d ms before"
                                    .formatted(propagation.toMillis()));
                }
            }
        }
        return Verdict.holds();
    }

    /**
     * The first wait after the latest moment that ended in nothing, unless the actor was told
     * before.
     */
    private static @Nullable Call endedInVain(
            List<Call> polls, String what, HeardNews news, long latest) {
        for (Call poll : polls) {
            Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
            // A poll without an answer may have told it.
            if (seen == null || news.toldIn(poll).contains(what)) {
                return null;
            }
            if (seen.news().isEmpty() && poll.times().begun() > latest) {
                return poll;
            }
        }
        return null;
    }

    /**
     * Checks that all who waited heard of an image at about the same time: no poll that was waiting
     * when the first actor heard of it went on for much longer, least of all in vain.
     *
     * @param spread between the first and the last to hear of it
     */
    public static Verdict heardTogether(History history, Duration spread) {
        HeardNews news = new HeardNews(history);
        Map<String, Call> first = news.firstPolls();
        if (first.isEmpty()) {
            return new Verdict.Undecided("nobody heard of anything");
        }
        for (Call poll : news.polls()) {
            for (String what : news.toldIn(poll)) {
                Call early = first.get(what);
                // A poll that began only later could not have told it before.
                if (early != null && waitedLonger(poll, early, spread)) {
                    return Verdict.contradicted(
                            "Expected all who waited to hear of it within %d ms of each other"
                                    .formatted(spread.toMillis()),
                            List.of(early, poll),
                            "Both were waiting when it happened");
                }
            }
        }
        return inVain(news, first, spread.plus(ON_ITS_WAY));
    }

    private static Verdict inVain(HeardNews news, Map<String, Call> first, Duration spread) {
        for (Map.Entry<String, Call> known : first.entrySet()) {
            Call early = known.getValue();
            Set<String> informed = new HashSet<>();
            for (Call poll : news.polls()) {
                if (poll.answer(Answer.NewsSeen.class) == null) {
                    continue;
                }
                if (news.toldIn(poll).contains(known.getKey())) {
                    informed.add(poll.actor().toString());
                } else if (!informed.contains(poll.actor().toString())
                        && waitedLonger(poll, early, spread)) {
                    return Verdict.contradicted(
                            "Expected all who waited to hear of it, one waited on in vain",
                            List.of(early, poll),
                            "Both were waiting when it happened");
                }
            }
        }
        return Verdict.holds();
    }

    /** Whether a poll was waiting when the other ended, and went on for longer than the spread. */
    private static boolean waitedLonger(Call poll, Call other, Duration spread) {
        return poll.times().begun() <= end(other) && end(poll) - end(other) > spread.toNanos();
    }

    private static long end(Call call) {
        return call.times().ended();
    }
}
