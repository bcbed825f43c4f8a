package meanwhile.check;

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
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;

/**
 * Collects what the polls of a history told of the images that were uploaded in it. A piece of news
 * has one name, the same for everyone who heard of it.
 */
final class HeardNews {
    private final Map<ImageId, Call> uploads;
    private final List<Call> polls;

    HeardNews(History history) {
        uploads = UploadCompletion.acknowledged(history);
        polls = polls(history);
    }

    /** All calls that waited for news. */
    static List<Call> polls(History history) {
        return history.of(Operation.AwaitNews.class).calls();
    }

    List<Call> polls() {
        return polls;
    }

    /** Whether there is nothing to judge: no one waited, or nothing was uploaded. */
    boolean isEmpty() {
        return uploads.isEmpty() || polls.isEmpty();
    }

    /** The polls of each actor who waited. */
    Map<ActorName, List<Call>> pollsOfEach() {
        Map<ActorName, List<Call>> waiting = new LinkedHashMap<>();
        for (Call poll : polls) {
            waiting.computeIfAbsent(poll.actor(), _ -> new ArrayList<>()).add(poll);
        }
        return waiting;
    }

    /** What a poll told; nothing if it had no answer. */
    List<String> toldIn(Call poll) {
        List<String> told = new ArrayList<>();
        for (Answer.NewsItem item : items(poll)) {
            if (item.image() != null && uploads.containsKey(item.image())) {
                told.add(name(item));
            }
        }
        return told;
    }

    /** The first poll that told each piece of news. */
    Map<String, Call> firstPolls() {
        Map<String, Call> first = new LinkedHashMap<>();
        for (Call poll : polls) {
            for (String what : toldIn(poll)) {
                first.merge(what, poll, (a, b) -> a.times().ended() <= b.times().ended() ? a : b);
            }
        }
        return first;
    }

    /** Everything that anyone was told of each image. */
    Map<ImageId, Set<String>> byImage() {
        Map<ImageId, Set<String>> names = new HashMap<>();
        for (Call poll : polls) {
            for (Answer.NewsItem item : items(poll)) {
                if (item.image() != null && uploads.containsKey(item.image())) {
                    names.computeIfAbsent(item.image(), _ -> new TreeSet<>()).add(name(item));
                }
            }
        }
        return names;
    }

    /** What each actor was told, in order; only actors of whom every answer is known. */
    List<List<SkippedNews.Heard>> streams() {
        Map<ActorName, List<SkippedNews.Heard>> streams = new LinkedHashMap<>();
        Set<ActorName> unknown = new HashSet<>();
        for (Call poll : polls) {
            List<SkippedNews.Heard> stream =
                    streams.computeIfAbsent(poll.actor(), _ -> new ArrayList<>());
            if (poll.answer(Answer.NewsSeen.class) == null) {
                unknown.add(poll.actor());
            }
            toldIn(poll).forEach(what -> stream.add(new SkippedNews.Heard(what, poll)));
        }
        streams.keySet().removeAll(unknown);
        return List.copyOf(streams.values());
    }

    private static List<Answer.NewsItem> items(Call poll) {
        Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
        return seen == null ? List.of() : seen.news();
    }

    /** Two members may vote on one new image: only the same event has the same name. */
    private static String name(Answer.NewsItem item) {
        return "%s of %s (%s)".formatted(item.kind(), item.image(), item.id());
    }
}
