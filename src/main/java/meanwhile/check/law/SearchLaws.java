package meanwhile.check.law;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.check.law.QuietWorld.Presence;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;

/** Laws about what is found. */
final class SearchLaws {
    static final List<Law> ALL =
            List.of(
                    new Law(
                            "searches",
                            "D2.3",
                            "A search finds every ready image by each of its present words, and by"
                                    + " no earlier ones",
                            SearchLaws::words),
                    new Law(
                            "tag lists",
                            "D2.3",
                            "A list by tag shows the ready images that have the tag, each once",
                            SearchLaws::tags));

    private SearchLaws() {}

    private static Verdict words(QuietWorld world) {
        Judging judging = new Judging();
        for (Walk walk : Walk.of(world, Operation.SearchImages.class)) {
            String words = ((Operation.SearchImages) walk.pages().getFirst().operation()).words();
            for (ImageId image : world.images()) {
                Set<Boolean> possible = new LinkedHashSet<>();
                for (String title : RecordLaws.titles(world, image)) {
                    for (String description : RecordLaws.descriptions(world, image)) {
                        for (String tags : RecordLaws.tags(world, image)) {
                            // A search need not know descriptions.
                            boolean named = has(title + " " + tags, words);
                            possible.add(named);
                            possible.add(
                                    named
                                            || has(
                                                    String.join(" ", title, description, tags),
                                                    words));
                        }
                    }
                }
                found(judging, world, walk, image, possible);
            }
        }
        return judging.verdict();
    }

    private static Verdict tags(QuietWorld world) {
        Judging judging = new Judging();
        for (Walk walk : Walk.of(world, Operation.FilterByTag.class)) {
            String tag = ((Operation.FilterByTag) walk.pages().getFirst().operation()).tag();
            for (ImageId image : world.images()) {
                Set<Boolean> possible = new LinkedHashSet<>();
                RecordLaws.tags(world, image)
                        .forEach(
                                tags -> possible.add(Arrays.asList(tags.split(",")).contains(tag)));
                found(judging, world, walk, image, possible);
            }
        }
        return judging.verdict();
    }

    private static void found(
            Judging judging, QuietWorld world, Walk walk, ImageId image, Set<Boolean> possible) {
        long times =
                walk.items(Answer.ImagesListed.class, Answer.ImagesListed::ids).stream()
                        .filter(image::equals)
                        .count();
        boolean maybe = !world.isReady(image);
        boolean kept =
                times == 0
                        ? maybe || possible.contains(false)
                        : times == 1
                                && possible.contains(true)
                                && world.status(image) != ImageStatus.FAILED
                                && world.presence(image) != Presence.GONE;
        judging.that(
                kept,
                () ->
                        Verdict.contradicted(
                                "Expected to find the image %s, found it %d times"
                                        .formatted(
                                                possible.contains(true)
                                                                && world.presence(image)
                                                                        != Presence.GONE
                                                        ? "once"
                                                        : "no more",
                                                times),
                                CounterExample.join(RecordLaws.changes(world, image), walk.pages()),
                                "The promised delay had passed"));
    }

    /** Whether the text has all these words. */
    private static boolean has(String text, String words) {
        return split(text).containsAll(split(words));
    }

    private static List<String> split(String text) {
        return Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }
}
