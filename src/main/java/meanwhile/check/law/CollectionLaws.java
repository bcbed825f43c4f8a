package meanwhile.check.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.check.law.QuietWorld.Presence;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;

/** Laws about collections. */
final class CollectionLaws {
    static final List<Law> ALL =
            List.of(
                    new Law(
                            "collection entries",
                            "U8.1",
                            "A collection holds exactly what was placed there and not taken out,"
                                    + " each image once",
                            CollectionLaws::entries),
                    new Law(
                            "collection counts",
                            "U8.2",
                            "A collection's count is the number of its entries",
                            CollectionLaws::counts));

    private CollectionLaws() {}

    private static Verdict counts(QuietWorld world) {
        Judging judging = new Judging();
        for (Call look : world.looks(Operation.ReadCollection.class)) {
            Answer.CollectionSeen seen = look.answer(Answer.CollectionSeen.class);
            if (seen != null && seen.count() != null) {
                judging.that(
                        seen.count() == seen.entries().size(),
                        () ->
                                Verdict.contradicted(
                                        ("Expected the count to be the number of entries, saw %d"
                                                        + " counted and %d listed")
                                                .formatted(seen.count(), seen.entries().size()),
                                        List.of(look),
                                        Judging.QUIET));
            }
        }
        return judging.verdict();
    }

    private static Verdict entries(QuietWorld world) {
        Judging judging = new Judging();
        for (Call look : world.looks(Operation.ReadCollection.class)) {
            Answer.CollectionSeen seen = look.answer(Answer.CollectionSeen.class);
            if (seen == null || !isMadeHere(world, seen.id())) {
                continue;
            }
            Map<ImageId, Integer> times = new LinkedHashMap<>();
            seen.entries().forEach(id -> times.merge(id, 1, Integer::sum));
            for (ImageId image : world.images()) {
                entry(judging, world, look, seen.id(), image, times.getOrDefault(image, 0));
            }
            long strange = times.keySet().stream().filter(id -> !knows(world, id)).count();
            long lost =
                    world.possible(call -> uploadsInto(call, seen.id()) && !call.accepted()).size();
            judging.that(
                    strange <= lost,
                    () ->
                            Verdict.contradicted(
                                    "Expected only what was placed there, saw %d more"
                                            .formatted(strange),
                                    List.of(look),
                                    "No accepted request placed it in the collection"));
        }
        return judging.verdict();
    }

    private static boolean knows(QuietWorld world, ImageId image) {
        return world.images().contains(image);
    }

    /** Its entries are known from the beginning. */
    private static boolean isMadeHere(QuietWorld world, CollectionId collection) {
        return !world.possible(
                        call -> {
                            Answer.CollectionMade made = call.answer(Answer.CollectionMade.class);
                            return made != null && made.id().equals(collection);
                        })
                .isEmpty();
    }

    private static void entry(
            Judging judging,
            QuietWorld world,
            Call look,
            CollectionId collection,
            ImageId image,
            int times) {
        Set<Boolean> possible =
                world.presence(image) == Presence.GONE
                        ? Set.of(false)
                        : world.last(false, call -> places(world, call, collection, image));
        boolean maybe = world.presence(image) == Presence.UNKNOWN || !world.isReady(image);
        boolean kept = times <= 1 && (possible.contains(times == 1) || (maybe && times == 0));
        judging.that(
                kept,
                () ->
                        Verdict.contradicted(
                                "Expected the image %s in the collection, saw it %d times"
                                        .formatted(possible.contains(true) ? "once" : "not", times),
                                CounterExample.join(
                                        world.possible(
                                                call ->
                                                        places(world, call, collection, image)
                                                                        != null
                                                                || call.operation()
                                                                        .equals(
                                                                                new Operation
                                                                                        .DeleteImage(
                                                                                        image))),
                                        List.of(look)),
                                Judging.QUIET));
    }

    private static boolean uploadsInto(Call call, CollectionId collection) {
        return call.operation() instanceof Operation.UploadImage upload
                && collection.equals(upload.placement().collection());
    }

    /** Whether the call puts the image into the collection, or takes it out; null for neither. */
    private static @Nullable Boolean places(
            QuietWorld world, Call call, CollectionId collection, ImageId image) {
        if (call.equals(world.upload(image)) && uploadsInto(call, collection)) {
            return true;
        }
        return switch (call.operation()) {
            case Operation.PlaceImage(CollectionId into, ImageId placed)
                    when into.equals(collection) && placed.equals(image) ->
                    true;
            case Operation.TakeImage(CollectionId from, ImageId taken)
                    when from.equals(collection) && taken.equals(image) ->
                    false;
            default -> null;
        };
    }
}
