package meanwhile.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CommentId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;

/**
 * Checks that all comments on an image are kept, that none is duplicated, and that all readers see
 * them in one order.
 */
public final class CommentThread {
    private CommentThread() {}

    /**
     * Checks that the comments, read at the end through each door and page by page, are complete
     * and in one order. Every accepted comment appears once at each door, no comment more often
     * than it was sent, and any two readings, including earlier ones, show comments in the same
     * order. A comment without an answer may arrive between two readings.
     */
    public static Verdict keptInOneOrder(ImageId image, History history) {
        History lists =
                history.of(Operation.ListComments.class)
                        .where(
                                call ->
                                        call.operation()
                                                        instanceof
                                                        Operation.ListComments(ImageId id, _, _)
                                                && id.equals(image));
        Map<Integer, List<Answer.CommentSeen>> seen = new LinkedHashMap<>();
        for (Call page : lists.in(Phase.THEN).calls()) {
            Answer.CommentsListed listed = page.answer(Answer.CommentsListed.class);
            if (listed == null) {
                return new Verdict.Undecided("the comments could not be read");
            }
            seen.computeIfAbsent(page.door(), _ -> new ArrayList<>()).addAll(listed.comments());
        }
        List<Call> pages = lists.in(Phase.THEN).calls();
        if (seen.isEmpty()) {
            return new Verdict.Undecided("nobody read the comments in the end");
        }
        Map<Integer, List<CommentId>> doors = new LinkedHashMap<>();
        for (Map.Entry<Integer, List<Answer.CommentSeen>> door : seen.entrySet()) {
            List<CommentId> shown = door.getValue().stream().map(Answer.CommentSeen::id).toList();
            doors.put(door.getKey(), shown);
            Verdict kept =
                    Verdict.worst(
                            List.of(
                                    kept(image, history, shown, pages),
                                    noneDoubled(image, history, door.getValue(), pages)));
            if (!(kept instanceof Verdict.Holds)) {
                return kept;
            }
        }
        return oneOrder(doors, lists.in(Phase.WHEN), pages);
    }

    private static Verdict kept(
            ImageId image, History history, List<CommentId> shown, List<Call> pages) {
        Map<CommentId, Integer> times = new HashMap<>();
        shown.forEach(id -> times.merge(id, 1, Integer::sum));
        for (Call call : history.of(Operation.AddComment.class).calls()) {
            Answer.CommentTaken taken = call.answer(Answer.CommentTaken.class);
            if (taken == null
                    || !(call.operation() instanceof Operation.AddComment comment)
                    || !comment.image().equals(image)) {
                continue;
            }
            int seen = Objects.requireNonNullElse(times.get(taken.id()), 0);
            if (seen != 1) {
                return Verdict.contradicted(
                        "Expected the comment to be there once, saw it " + seen + " times",
                        CounterExample.join(List.of(call), pages),
                        "It had been accepted");
            }
        }
        return Verdict.holds();
    }

    /** A comment may be stored twice under two identifiers, so comments are told apart by text. */
    private static Verdict noneDoubled(
            ImageId image, History history, List<Answer.CommentSeen> shown, List<Call> pages) {
        Map<String, Integer> times = new HashMap<>();
        for (Answer.CommentSeen comment : shown) {
            if (comment.text() != null) {
                times.merge(comment.text(), 1, Integer::sum);
            }
        }
        for (Map.Entry<String, Integer> text : times.entrySet()) {
            List<Call> sent =
                    history.of(Operation.AddComment.class)
                            .where(
                                    call ->
                                            call.possible()
                                                    && call.operation()
                                                            instanceof
                                                            Operation.AddComment(
                                                                    ImageId id,
                                                                    String words,
                                                                    _)
                                                    && id.equals(image)
                                                    && words.equals(text.getKey()))
                            .calls();
            if (!sent.isEmpty() && text.getValue() > sent.size()) {
                return Verdict.contradicted(
                        "Expected each comment as often as it was sent, saw one %d times"
                                .formatted(text.getValue()),
                        CounterExample.join(sent, pages),
                        "It had been sent %d times".formatted(sent.size()));
            }
        }
        return Verdict.holds();
    }

    private static Verdict oneOrder(
            Map<Integer, List<CommentId>> doors, History onTheWay, List<Call> pages) {
        Map<CommentId, Integer> ranks = new HashMap<>();
        for (List<CommentId> shown : doors.values()) {
            if (ranks.isEmpty()) {
                shown.forEach(id -> ranks.put(id, ranks.size()));
            } else if (!ordered(shown.stream().filter(ranks::containsKey).toList(), ranks)) {
                return Verdict.contradicted(
                        "Expected the same order at every door, saw two", pages, "Nobody wrote");
            }
        }
        for (Call read : onTheWay.calls()) {
            Answer.CommentsListed listed = read.answer(Answer.CommentsListed.class);
            if (listed != null
                    && !ordered(
                            listed.comments().stream().map(Answer.CommentSeen::id).toList(),
                            ranks)) {
                return Verdict.contradicted(
                        "Expected comments to keep their order, saw another",
                        CounterExample.join(List.of(read), pages),
                        "An earlier comment cannot move behind a later one");
            }
        }
        return Verdict.holds();
    }

    private static boolean ordered(List<CommentId> shown, Map<CommentId, Integer> ranks) {
        int last = -1;
        for (CommentId id : shown) {
            int rank = ranks.getOrDefault(id, -1);
            if (rank <= last) {
                return false;
            }
            last = rank;
        }
        return true;
    }
}
