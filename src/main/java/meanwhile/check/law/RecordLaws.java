package meanwhile.check.law;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;

/** Laws about an image's own record and its picture. */
final class RecordLaws {
    static final List<Law> ALL =
            List.of(
                    new Law(
                            "words",
                            "R3.2",
                            "An image's title, description and tags are those of the last accepted"
                                    + " change",
                            RecordLaws::words),
                    new Law(
                            "pictures",
                            "R3.1",
                            "An image shows the picture that was sent last, and its record belongs"
                                    + " to that picture",
                            RecordLaws::pictures));

    private RecordLaws() {}

    /** The possible titles of an image. */
    static Set<String> titles(QuietWorld world, ImageId image) {
        return texts(world, image, Operation.UploadImage::title, Operation.ChangeImage::title);
    }

    /** The possible descriptions of an image. */
    static Set<String> descriptions(QuietWorld world, ImageId image) {
        return texts(
                world,
                image,
                upload -> orEmpty(upload.placement().description()),
                Operation.ChangeImage::description);
    }

    /** The possible tags of an image, each as one text with commas. */
    static Set<String> tags(QuietWorld world, ImageId image) {
        return texts(
                world,
                image,
                upload -> orEmpty(upload.placement().tags()),
                Operation.ChangeImage::tags);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * The possible values of a text of the image.
     *
     * @param change the text that a change sets; null if it leaves it alone
     */
    private static Set<String> texts(
            QuietWorld world,
            ImageId image,
            Function<Operation.UploadImage, String> first,
            Function<Operation.ChangeImage, @Nullable String> change) {
        return world.last(
                "",
                call ->
                        switch (call.operation()) {
                            case Operation.UploadImage upload
                                    when call.equals(world.upload(image)) ->
                                    first.apply(upload);
                            case Operation.ChangeImage changed when changed.image().equals(image) ->
                                    change.apply(changed);
                            default -> null;
                        });
    }

    private static Verdict words(QuietWorld world) {
        Judging judging = new Judging();
        if (!world.showsTitlesAsSent()) {
            return new Verdict.NotOffered("the target words titles in its own way");
        }
        for (ImageId image : world.images()) {
            if (!world.isReady(image)) {
                continue;
            }
            for (Call look : world.looksAt(image)) {
                Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
                if (seen != null) {
                    Answer.Details details = seen.details();
                    same(judging, world, look, "title", titles(world, image), seen.title());
                    same(
                            judging,
                            world,
                            look,
                            "description",
                            descriptions(world, image),
                            details.description());
                    if (details.tags() != null) {
                        Set<Set<String>> tags =
                                tags(world, image).stream()
                                        .map(RecordLaws::split)
                                        .collect(Collectors.toSet());
                        Set<String> shown = new LinkedHashSet<>(details.tags());
                        same(judging, world, look, "tags", tags, shown);
                    }
                }
            }
        }
        return judging.verdict();
    }

    private static Set<String> split(String tags) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toSet());
    }

    private static <T> void same(
            Judging judging,
            QuietWorld world,
            Call look,
            String what,
            Set<T> possible,
            @Nullable T seen) {
        if (seen == null) {
            return;
        }
        ImageId image = ((Operation.ReadImage) look.operation()).image();
        judging.that(
                possible.contains(seen),
                () ->
                        Verdict.contradicted(
                                "Expected the %s “%s”, saw “%s”"
                                        .formatted(
                                                what,
                                                possible.stream()
                                                        .map(String::valueOf)
                                                        .collect(Collectors.joining("” or “")),
                                                seen),
                                CounterExample.join(changes(world, image), List.of(look)),
                                Judging.QUIET));
    }

    static List<Call> changes(QuietWorld world, ImageId image) {
        return world.possible(
                call ->
                        switch (call.operation()) {
                            case Operation.ChangeImage change -> change.image().equals(image);
                            case Operation.ReplaceBytes change -> change.image().equals(image);
                            default -> call.equals(world.upload(image));
                        });
    }

    /** The possible files of an image. */
    static Set<Operation> files(QuietWorld world, ImageId image) {
        Call upload = world.upload(image);
        return upload == null
                ? Set.of()
                : world.last(
                        upload.operation(),
                        call ->
                                call.operation() instanceof Operation.ReplaceBytes replace
                                                && replace.image().equals(image)
                                        ? replace
                                        : null);
    }

    /** The fingerprint of the file that an upload or a replacement sends. */
    private static String fingerprint(Operation sent) {
        return sent instanceof Operation.ReplaceBytes replace
                ? replace.file().sha256()
                : ((Operation.UploadImage) sent).file().sha256();
    }

    /** The number of bytes of the file that an upload or a replacement sends. */
    static long length(Operation sent) {
        return sent instanceof Operation.ReplaceBytes replace
                ? replace.file().length()
                : ((Operation.UploadImage) sent).file().length();
    }

    private static Verdict pictures(QuietWorld world) {
        Judging judging = new Judging();
        for (ImageId image : world.images()) {
            if (!world.isReady(image)) {
                continue;
            }
            Set<String> possible =
                    files(world, image).stream()
                            .map(RecordLaws::fingerprint)
                            .collect(Collectors.toSet());
            for (Call look : world.looks()) {
                String seen = seen(look, image);
                if (seen != null) {
                    judging.that(
                            possible.contains(seen),
                            () ->
                                    Verdict.contradicted(
                                            "Expected the picture that was sent last (%s…), saw another (%s…)"
                                                    .formatted(
                                                            brief(possible.iterator().next()),
                                                            brief(seen)),
                                            CounterExample.join(
                                                    changes(world, image), List.of(look)),
                                            Judging.QUIET));
                }
            }
        }
        return judging.verdict();
    }

    private static @Nullable String seen(Call look, ImageId image) {
        if (look.operation().equals(new Operation.ReadBytes(image))) {
            Answer.BytesSeen bytes = look.answer(Answer.BytesSeen.class);
            return bytes == null ? null : bytes.sha256();
        }
        Answer.ImageSeen seen =
                look.operation().equals(new Operation.ReadImage(image))
                        ? look.answer(Answer.ImageSeen.class)
                        : null;
        return seen == null ? null : seen.details().sha256();
    }

    private static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(8, fingerprint.length()));
    }
}
