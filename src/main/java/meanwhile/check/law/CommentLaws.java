package meanwhile.check.law;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.CommentId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;

/** Laws about comments. */
final class CommentLaws {
    static final List<Law> ALL =
            List.of(
                    new Law(
                            "comment lists",
                            "R2.2",
                            "Below an image stands each accepted comment once, as it was written,"
                                    + " and nothing else",
                            CommentLaws::lists),
                    new Law(
                            "comment counts",
                            "D1.3",
                            "An image's count of comments is the number of comments that were"
                                    + " accepted",
                            CommentLaws::counts));

    private CommentLaws() {}

    /**
     * The comments on an image.
     *
     * @param kept the accepted ones, each with the call that first made it
     * @param lost how many more may be there without anybody having been told
     */
    private record Below(Map<CommentId, Call> kept, int lost) {
        static Below of(QuietWorld world, ImageId image) {
            Map<CommentId, Call> kept = new LinkedHashMap<>();
            Set<String> told = new LinkedHashSet<>();
            List<Call> calls =
                    world.possible(
                            call ->
                                    call.operation() instanceof Operation.AddComment add
                                            && add.image().equals(image));
            for (Call call : calls) {
                Answer.CommentTaken taken = call.answer(Answer.CommentTaken.class);
                if (taken != null) {
                    kept.putIfAbsent(taken.id(), call);
                    told.add(key(call));
                }
            }
            Set<String> lost = new LinkedHashSet<>();
            calls.stream()
                    .filter(call -> !call.accepted() && !told.contains(key(call)))
                    .forEach(call -> lost.add(key(call)));
            return new Below(kept, lost.size());
        }

        /** A comment that is sent again under its key is one comment. */
        private static String key(Call call) {
            String key = ((Operation.AddComment) call.operation()).repeatKey();
            return key == null ? "call " + call.number() : call.actor().member() + " " + key;
        }
    }

    private static Verdict counts(QuietWorld world) {
        Judging judging = new Judging();
        for (ImageId image : world.images()) {
            if (!world.isReady(image)) {
                continue;
            }
            Below below = Below.of(world, image);
            long least = below.kept().size();
            long most = least + below.lost();
            for (Call look : world.looksAt(image)) {
                Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
                Long count = seen == null ? null : seen.details().comments();
                if (count != null) {
                    judging.that(
                            Bounds.contain(least, most, count),
                            () ->
                                    Verdict.contradicted(
                                            "Expected %s comments to be counted, saw %d"
                                                    .formatted(Bounds.told(least, most), count),
                                            CounterExample.join(
                                                    below.kept().values(), List.of(look)),
                                            Judging.QUIET));
                }
            }
        }
        return judging.verdict();
    }

    private static Verdict lists(QuietWorld world) {
        Judging judging = new Judging();
        for (Walk walk : Walk.of(world, Operation.ListComments.class)) {
            ImageId image = ((Operation.ListComments) walk.pages().getFirst().operation()).image();
            if (world.isReady(image)) {
                listed(judging, Below.of(world, image), walk);
            }
        }
        return judging.verdict();
    }

    private static void listed(Judging judging, Below below, Walk walk) {
        Map<CommentId, Integer> times = new HashMap<>();
        Map<CommentId, Answer.CommentSeen> shown = new HashMap<>();
        for (Answer.CommentSeen seen :
                walk.items(Answer.CommentsListed.class, Answer.CommentsListed::comments)) {
            times.merge(seen.id(), 1, Integer::sum);
            shown.put(seen.id(), seen);
        }
        below.kept()
                .forEach(
                        (id, call) ->
                                once(
                                        judging,
                                        call,
                                        walk,
                                        times.getOrDefault(id, 0),
                                        shown.get(id)));
        long others = times.keySet().stream().filter(id -> !below.kept().containsKey(id)).count();
        judging.that(
                others <= below.lost(),
                () ->
                        Verdict.contradicted(
                                "Expected only what was accepted below the image, saw %d more"
                                        .formatted(others),
                                walk.pages(),
                                "No accepted request wrote that"));
    }

    private static void once(
            Judging judging, Call call, Walk walk, int times, Answer.@Nullable CommentSeen shown) {
        judging.that(
                times == 1 && isAsWritten(call, shown),
                () ->
                        Verdict.contradicted(
                                times == 1
                                        ? "Expected the comment as it was written, saw another text"
                                        : "Expected the comment once, saw it %d times"
                                                .formatted(times),
                                CounterExample.join(List.of(call), walk.pages()),
                                Judging.QUIET));
    }

    private static boolean isAsWritten(Call call, Answer.@Nullable CommentSeen seen) {
        return seen == null
                || seen.text() == null
                || seen.text().equals(((Operation.AddComment) call.operation()).text());
    }
}
