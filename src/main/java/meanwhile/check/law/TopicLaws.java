package meanwhile.check.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.FiltersDuringMerge;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import org.jspecify.annotations.Nullable;

/** Laws about categories and breeds. */
final class TopicLaws {
    static final List<Law> ALL =
            List.of(
                    new Law(
                            "places",
                            "A2.1",
                            "An image is in the category and the breed that it was put in last, or"
                                    + " where that one went",
                            TopicLaws::places),
                    new Law(
                            "topic lists",
                            "A2.2",
                            "A category's or breed's list shows exactly the ready images that"
                                    + " belong there, each once",
                            TopicLaws::lists),
                    new Law(
                            "topic counts",
                            "A2.3",
                            "A category's or breed's count is the length of its list",
                            TopicLaws::counts));

    /** The place of an image that is in none; a change to it takes the image out of all. */
    private static final TopicId NOWHERE = new TopicId("");

    private TopicLaws() {}

    private static Verdict places(QuietWorld world) {
        Judging judging = new Judging();
        for (TopicKind kind : TopicKind.values()) {
            for (ImageId image : world.images()) {
                if (world.isReady(image)) {
                    place(judging, world, kind, image);
                }
            }
        }
        return judging.verdict();
    }

    private static void place(Judging judging, QuietWorld world, TopicKind kind, ImageId image) {
        Set<TopicId> named = named(world, kind, image);
        Set<TopicId> possible = reachable(world, kind, named);
        for (Call look : world.looksAt(image)) {
            Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
            List<TopicId> own = seen == null ? null : FiltersDuringMerge.own(kind, seen);
            if (own != null && !named.equals(Set.of(NOWHERE))) {
                TopicId is = own.isEmpty() ? NOWHERE : own.getFirst();
                judging.that(
                        own.size() <= 1 && possible.contains(is),
                        () ->
                                Verdict.contradicted(
                                        "Expected the image where it was put last, saw it "
                                                + (own.isEmpty() ? "nowhere" : "elsewhere"),
                                        CounterExample.join(
                                                RecordLaws.changes(world, image), List.of(look)),
                                        Judging.QUIET));
            }
        }
    }

    /** Where the image may have been put last. */
    private static Set<TopicId> named(QuietWorld world, TopicKind kind, ImageId image) {
        return world.last(
                NOWHERE,
                call ->
                        switch (call.operation()) {
                            case Operation.UploadImage upload
                                    when call.equals(world.upload(image)) ->
                                    orNowhere(
                                            kind == TopicKind.CATEGORY
                                                    ? upload.placement().category()
                                                    : upload.placement().breed());
                            case Operation.ChangeImage change when change.image().equals(image) ->
                                    kind == TopicKind.CATEGORY ? change.category() : change.breed();
                            default -> null;
                        });
    }

    private static TopicId orNowhere(@Nullable TopicId topic) {
        return topic == null ? NOWHERE : topic;
    }

    /** The same, and where merges and removals may have moved it since. */
    private static Set<TopicId> reachable(QuietWorld world, TopicKind kind, Set<TopicId> from) {
        Set<TopicId> reachable = new LinkedHashSet<>(from);
        List<Call> moves =
                world.possible(
                        call ->
                                FiltersDuringMerge.move(kind, call.operation()) != null
                                        || isRemoval(kind, call.operation()));
        for (int i = 0; i <= moves.size(); i++) {
            for (Call call : moves) {
                FiltersDuringMerge.Move move = FiltersDuringMerge.move(kind, call.operation());
                if (move != null && reachable.contains(move.from())) {
                    reachable.add(move.into());
                }
                if (call.operation()
                                instanceof Operation.RemoveTopic(_, TopicId topic, TopicId into)
                        && into == null
                        && reachable.contains(topic)) {
                    reachable.add(NOWHERE);
                }
            }
        }
        moves.stream()
                .filter(Call::accepted)
                .map(TopicLaws::ended)
                .filter(Objects::nonNull)
                .forEach(reachable::remove);
        return reachable;
    }

    private static boolean isRemoval(TopicKind kind, Operation operation) {
        return operation instanceof Operation.RemoveTopic(TopicKind of, _, _) && of == kind;
    }

    /** The topic that exists no more after the call. */
    private static @Nullable TopicId ended(Call call) {
        return switch (call.operation()) {
            case Operation.RemoveTopic(_, TopicId topic, _) -> topic;
            case Operation.MergeTopics(_, TopicId topic, _) -> topic;
            default -> null;
        };
    }

    private static Verdict lists(QuietWorld world) {
        Judging judging = new Judging();
        for (TopicKind kind : TopicKind.values()) {
            for (Walk walk : walks(world, kind)) {
                TopicId topic = topic(walk);
                List<ImageId> ids = walk.items(Answer.ImagesListed.class, Answer.ImagesListed::ids);
                for (ImageId image : world.images()) {
                    boolean decided =
                            world.isReady(image) || world.status(image) == ImageStatus.FAILED;
                    for (Call look : decided ? world.looksAt(image) : List.<Call>of()) {
                        listed(judging, kind, topic, walk, look, count(ids, image));
                    }
                }
                judging.that(
                        new HashSet<>(ids).size() == ids.size(),
                        () ->
                                Verdict.contradicted(
                                        "Expected each image once in the list, saw one twice",
                                        walk.pages(),
                                        Judging.QUIET));
            }
        }
        return judging.verdict();
    }

    private static void listed(
            Judging judging, TopicKind kind, TopicId topic, Walk walk, Call look, long times) {
        Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
        List<TopicId> own = seen == null ? null : FiltersDuringMerge.own(kind, seen);
        if (seen != null && own != null) {
            boolean belongs = seen.status() == ImageStatus.READY && own.contains(topic);
            judging.that(
                    times == (belongs ? 1 : 0),
                    () ->
                            Verdict.contradicted(
                                    belongs
                                            ? ("Expected the image once in the list that it belongs"
                                                            + " to, saw it %d times")
                                                    .formatted(times)
                                            : "Expected the image in the lists it belongs to alone,"
                                                    + " saw it in another",
                                    CounterExample.join(List.of(look), walk.pages()),
                                    Judging.QUIET));
        }
    }

    private static long count(List<ImageId> ids, ImageId image) {
        return ids.stream().filter(image::equals).count();
    }

    private static List<Walk> walks(QuietWorld world, TopicKind kind) {
        return Walk.of(
                world,
                kind == TopicKind.CATEGORY
                        ? Operation.FilterByCategory.class
                        : Operation.FilterByBreed.class);
    }

    private static TopicId topic(Walk walk) {
        return switch (walk.pages().getFirst().operation()) {
            case Operation.FilterByCategory list -> list.category();
            case Operation.FilterByBreed list -> list.breed();
            default -> throw new IllegalArgumentException("this lists no category and no breed");
        };
    }

    private static Verdict counts(QuietWorld world) {
        Judging judging = new Judging();
        Map<TopicId, Walk> lengths = new HashMap<>();
        for (TopicKind kind : TopicKind.values()) {
            walks(world, kind).forEach(walk -> lengths.put(topic(walk), walk));
        }
        for (Call look : world.looks(Operation.ListTopics.class)) {
            Answer.TopicsListed all = look.answer(Answer.TopicsListed.class);
            for (Answer.TopicSeen topic :
                    all == null ? List.<Answer.TopicSeen>of() : all.topics()) {
                Walk walk = lengths.get(topic.id());
                Long count = topic.images();
                if (walk != null && count != null) {
                    counted(judging, look, walk, count);
                }
            }
        }
        return judging.verdict();
    }

    private static void counted(Judging judging, Call look, Walk walk, long count) {
        List<ImageId> ids =
                new ArrayList<>(walk.items(Answer.ImagesListed.class, Answer.ImagesListed::ids));
        judging.that(
                count == ids.size(),
                () ->
                        Verdict.contradicted(
                                ("Expected the count to be the length of the list, saw %d counted"
                                                + " and %d listed")
                                        .formatted(count, ids.size()),
                                CounterExample.join(walk.pages(), List.of(look)),
                                Judging.QUIET));
    }
}
