package meanwhile.check.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/** Laws about people and doors: all see the same. */
final class DoorLaws {
    static final List<Law> ALL =
            List.of(
                    new Law(
                            "doors",
                            "D3.3",
                            "Everybody sees the same of an image and of a collection, at every"
                                    + " door",
                            DoorLaws::same));

    private DoorLaws() {}

    private static Verdict same(QuietWorld world) {
        Judging judging = new Judging();
        Map<Operation, List<Call>> looks = new LinkedHashMap<>();
        for (Call look : world.looks()) {
            if (isTheSameForAll(look.operation()) && look.outcome().isTold()) {
                looks.computeIfAbsent(look.operation(), _ -> new ArrayList<>()).add(look);
            }
        }
        for (List<Call> all : looks.values()) {
            Call first = all.getFirst();
            for (Call look : all.subList(1, all.size())) {
                if (!isSettled(world, first)) {
                    continue;
                }
                judging.that(
                        seen(first).equals(seen(look)),
                        () ->
                                Verdict.contradicted(
                                        "Expected the same at every door, saw two answers",
                                        List.of(first, look),
                                        "Nobody was writing any more, and the promised delay had"
                                                + " passed"));
            }
        }
        return judging.verdict();
    }

    private static boolean isTheSameForAll(Operation operation) {
        return operation instanceof Operation.ReadImage
                || operation instanceof Operation.ReadCollection;
    }

    /** Whether nothing is open that may still change what is seen. */
    private static boolean isSettled(QuietWorld world, Call look) {
        ImageId image = look.operation() instanceof Operation.ReadImage(ImageId read) ? read : null;
        return world.possible(
                                call ->
                                        !call.accepted()
                                                && call.operation() instanceof Operation.Write)
                        .isEmpty()
                && (image == null || world.wasProcessed(image) || world.deletion(image) != null);
    }

    /** What a look showed, where the order means nothing. */
    private static Object seen(Call look) {
        return look.outcome() instanceof Outcome.Accepted(_, Answer answer)
                ? switch (answer) {
                    case Answer.ImageSeen image -> unordered(image);
                    case Answer.CollectionSeen collection ->
                            List.of(
                                    new HashSet<>(collection.entries()),
                                    String.valueOf(collection.count()));
                    default -> answer;
                }
                : look.outcome().describe();
    }

    private static Map<String, @Nullable Object> unordered(Answer.ImageSeen image) {
        Answer.Details details = image.details();
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("status", image.status());
        facts.put("title", image.title());
        facts.put("up", image.up());
        facts.put("down", image.down());
        facts.put("version", image.version());
        facts.put("description", details.description());
        facts.put("picture", details.sha256());
        facts.put("categories", set(details.categories()));
        facts.put("breeds", set(details.breeds()));
        facts.put("tags", set(details.tags()));
        facts.put("favourites", details.favourites());
        facts.put("comments", details.comments());
        return facts;
    }

    private static @Nullable Set<?> set(@Nullable List<?> list) {
        return list == null ? null : new HashSet<>(list);
    }
}
