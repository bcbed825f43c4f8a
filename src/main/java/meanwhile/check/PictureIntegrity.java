package meanwhile.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;

/**
 * Checks that pictures are shown whole: the bytes of one upload or replacement, never a mixture.
 */
public final class PictureIntegrity {
    private PictureIntegrity() {}

    /** Checks that every picture that was read is one that somebody sent for this image. */
    public static Verdict whole(History history) {
        Map<ImageId, Set<String>> sent = sent(history);
        for (Call read : history.calls()) {
            ImageId image = image(read);
            String seen = fingerprint(read);
            Set<String> known = image == null ? null : sent.get(image);
            if (seen != null && known != null && !known.contains(seen)) {
                return Verdict.contradicted(
                        "Expected a picture that was sent for this image, saw another (%s…)"
                                .formatted(seen.substring(0, Math.min(8, seen.length()))),
                        List.of(read),
                        "Nobody ever sent these bytes: it is damaged, half or mixed");
            }
        }
        return Verdict.worst(List.of(oneVersionOnePicture(history), oneTagOnePicture(history)));
    }

    /** The same entity tag always comes with the same bytes. */
    private static Verdict oneTagOnePicture(History history) {
        Map<String, Call> first = new HashMap<>();
        for (Call look : history.of(Operation.ReadBytes.class).calls()) {
            Answer.BytesSeen seen = look.answer(Answer.BytesSeen.class);
            if (seen == null || seen.tag() == null) {
                continue;
            }
            Call other = first.putIfAbsent(image(look) + "@" + seen.tag(), look);
            if (other != null && !Objects.equals(fingerprint(other), fingerprint(look))) {
                return Verdict.contradicted(
                        "Expected one picture under one entity tag, saw two",
                        List.of(other, look),
                        "A cache that keeps a picture by its tag would show the wrong one");
            }
        }
        return Verdict.holds();
    }

    /** Checks that two reads of one version of an image never show two pictures. */
    private static Verdict oneVersionOnePicture(History history) {
        Map<String, Call> first = new HashMap<>();
        for (Call look : history.of(Operation.ReadImage.class).calls()) {
            Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
            if (seen == null || seen.version() == null || seen.details().sha256() == null) {
                continue;
            }
            Call other = first.putIfAbsent(seen.id() + "@" + seen.version(), look);
            if (other != null && !Objects.equals(fingerprint(other), fingerprint(look))) {
                return Verdict.contradicted(
                        "Expected one picture of version %d, saw two".formatted(seen.version()),
                        List.of(other, look),
                        "A new picture is a new version");
            }
        }
        return Verdict.holds();
    }

    private static Map<ImageId, Set<String>> sent(History history) {
        Map<ImageId, Set<String>> sent = new HashMap<>();
        for (Map.Entry<ImageId, Call> upload : UploadCompletion.acknowledged(history).entrySet()) {
            if (upload.getValue().operation() instanceof Operation.UploadImage taken) {
                sent.computeIfAbsent(upload.getKey(), _ -> new HashSet<>())
                        .add(taken.file().sha256());
            }
        }
        for (Call call : history.of(Operation.ReplaceBytes.class).calls()) {
            if (call.operation()
                    instanceof Operation.ReplaceBytes(ImageId image, ImageFile file, _)) {
                // If an image's upload is not known, its first picture is not known either.
                sent.getOrDefault(image, new HashSet<>()).add(file.sha256());
            }
        }
        return sent;
    }

    private static @org.jspecify.annotations.Nullable ImageId image(Call read) {
        return switch (read.operation()) {
            case Operation.ReadBytes(ImageId image) -> image;
            case Operation.ReadImage(ImageId image) -> image;
            default -> null;
        };
    }

    private static @org.jspecify.annotations.Nullable String fingerprint(Call read) {
        Answer.BytesSeen bytes = read.answer(Answer.BytesSeen.class);
        Answer.ImageSeen seen = read.answer(Answer.ImageSeen.class);
        return bytes != null ? bytes.sha256() : seen == null ? null : seen.details().sha256();
    }
}
