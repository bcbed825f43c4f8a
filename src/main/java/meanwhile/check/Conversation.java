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

/** The comments on one image: all kept, none doubled, in one order for all who read. */
public final class Conversation {
    private Conversation() {}

    /**
     * Each door was read through in the end, page by page. Every accepted comment is there once at
     * each, and any two readings, also those on the way, show comments in the same order.
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
        Map<Integer, List<CommentId>> doors = new LinkedHashMap<>();
        for (Call page : lists.in(Phase.THEN).calls()) {
            Answer.CommentsListed listed = page.answer(Answer.CommentsListed.class);
            if (listed == null) {
                return new Verdict.Undecided("the comments could not be read");
            }
            doors.computeIfAbsent(page.door(), _ -> new ArrayList<>())
                    .addAll(listed.comments().stream().map(Answer.CommentSeen::id).toList());
        }
        List<Call> pages = lists.in(Phase.THEN).calls();
        for (List<CommentId> shown : doors.values()) {
            Verdict kept = kept(image, history, shown, pages);
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
                List<Call> why = new ArrayList<>(List.of(call));
                why.addAll(pages);
                return contradicted(
                        "Expected the comment to be there once, saw it " + seen + " times",
                        why,
                        "It had been accepted");
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
            } else if (!ordered(shown, ranks)) {
                return contradicted(
                        "Expected the same order at every door, saw two", pages, "Nobody wrote");
            }
        }
        for (Call read : onTheWay.calls()) {
            Answer.CommentsListed listed = read.answer(Answer.CommentsListed.class);
            if (listed != null
                    && !ordered(
                            listed.comments().stream().map(Answer.CommentSeen::id).toList(),
                            ranks)) {
                List<Call> why = new ArrayList<>(List.of(read));
                why.addAll(pages);
                return contradicted(
                        "Expected comments in the order in which they stay, saw another",
                        why,
                        "What was said first cannot come to stand behind");
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

    private static Verdict contradicted(String expected, List<Call> calls, String conclusion) {
        return new Verdict.Contradicted(new CounterExample(expected, calls, conclusion));
    }
}
