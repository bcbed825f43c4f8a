package meanwhile.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;

/** Checks that acknowledged uploads exist in full, and refused ones not at all. */
public final class UploadCompletion {
    private UploadCompletion() {}

    /** The uploads that were acknowledged, by the image that each made. */
    public static Map<ImageId, Call> acknowledged(History history) {
        Map<ImageId, Call> uploads = new HashMap<>();
        for (Call call : history.of(Operation.UploadImage.class).calls()) {
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            if (taken != null) {
                uploads.put(taken.id(), call);
            }
        }
        return uploads;
    }

    /**
     * The status that each image was last seen with; without images whose last read showed nothing.
     */
    static Map<ImageId, ImageStatus> statuses(History history) {
        Map<ImageId, ImageStatus> last = new HashMap<>();
        for (Call look : history.of(Operation.ReadImage.class).calls()) {
            if (look.operation() instanceof Operation.ReadImage(ImageId image)) {
                Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
                if (seen == null || seen.status() == null) {
                    last.remove(image);
                } else {
                    last.put(image, seen.status());
                }
            }
        }
        return last;
    }

    /** Checks that no two acknowledged uploads were given the same image. */
    public static Verdict distinct(History history) {
        Map<ImageId, Call> first = new HashMap<>();
        for (Call call : history.of(Operation.UploadImage.class).calls()) {
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            Call other = taken == null ? null : first.putIfAbsent(taken.id(), call);
            if (other != null) {
                return Verdict.contradicted(
                        "Expected an image for each upload, saw one image for two",
                        List.of(other, call),
                        "One of the two uploads is lost");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that each acknowledged upload was last seen as ready, if the time for processing had
     * passed.
     */
    public static Verdict ready(History history) {
        Map<ImageId, Call> last = new HashMap<>();
        for (Call read : history.in(Phase.THEN).of(Operation.ReadImage.class).calls()) {
            if (read.operation() instanceof Operation.ReadImage(ImageId image)) {
                last.put(image, read);
            }
        }
        for (Map.Entry<ImageId, Call> upload : acknowledged(history).entrySet()) {
            Call read = last.get(upload.getKey());
            if (read == null || !read.outcome().isTold()) {
                return new Verdict.Undecided("an uploaded image could not be looked at");
            }
            Answer.ImageSeen seen = read.answer(Answer.ImageSeen.class);
            if (seen == null || seen.status() != ImageStatus.READY) {
                return Verdict.contradicted(
                        "Expected the image to be ready, saw "
                                + (seen == null ? "nothing" : String.valueOf(seen.status())),
                        List.of(upload.getValue(), read),
                        "The promised time for processing had passed");
            }
        }
        return Verdict.holds();
    }

    /** Checks that the image was last seen as failed. */
    public static Verdict failed(ImageId image, History history) {
        Call last = null;
        for (Call read : history.in(Phase.THEN).of(Operation.ReadImage.class).calls()) {
            if (read.operation() instanceof Operation.ReadImage(ImageId seen)
                    && seen.equals(image)) {
                last = read;
            }
        }
        if (last == null || !last.outcome().isTold()) {
            return new Verdict.Undecided("the image could not be looked at");
        }
        Answer.ImageSeen seen = last.answer(Answer.ImageSeen.class);
        if (seen == null || seen.status() != ImageStatus.FAILED) {
            return Verdict.contradicted(
                    "Expected the image to be shown as failed",
                    List.of(last),
                    "The file was damaged, and the promised time for processing had passed");
        }
        return Verdict.holds();
    }

    /** Checks that the bytes served for each acknowledged upload are the bytes sent. */
    public static Verdict sameBytes(History history) {
        Map<ImageId, Call> uploads = acknowledged(history);
        for (Call read : history.of(Operation.ReadBytes.class).calls()) {
            Answer.BytesSeen seen = read.answer(Answer.BytesSeen.class);
            Call upload =
                    read.operation() instanceof Operation.ReadBytes(ImageId image)
                            ? uploads.get(image)
                            : null;
            if (seen == null
                    || upload == null
                    || !(upload.operation() instanceof Operation.UploadImage sent)) {
                continue;
            }
            if (!seen.sha256().equals(sent.file().sha256())) {
                return Verdict.contradicted(
                        "Expected the bytes that were sent (%s…), got others (%s…)"
                                .formatted(
                                        sent.file().sha256().substring(0, 8),
                                        seen.sha256().substring(0, 8)),
                        List.of(upload, read),
                        "Nobody ever sent other bytes for this image");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that the pages that the member read at the end list each acknowledged upload exactly
     * once, and nothing that was refused.
     */
    public static Verdict listedExactlyOnce(History history) {
        Map<ImageId, Call> uploads = acknowledged(history);
        List<Call> pages = history.in(Phase.THEN).of(Operation.ListImages.class).calls();
        Map<ImageId, Integer> counts = new HashMap<>();
        for (Call page : pages) {
            Answer.ImagesListed listed = page.answer(Answer.ImagesListed.class);
            if (listed == null) {
                return new Verdict.Undecided("the list of images could not be read");
            }
            listed.ids().forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        for (Map.Entry<ImageId, Call> upload : uploads.entrySet()) {
            int times = counts.getOrDefault(upload.getKey(), 0);
            if (times != 1) {
                return Verdict.contradicted(
                        "Expected the image to be listed once, saw it listed " + times + " times",
                        CounterExample.join(pages, List.of(upload.getValue())),
                        "Its upload had been confirmed");
            }
        }
        return onlyAcknowledged(history, counts, pages);
    }

    private static Verdict onlyAcknowledged(
            History history, Map<ImageId, Integer> listed, List<Call> pages) {
        History uploads = history.of(Operation.UploadImage.class);
        long possible = uploads.stream().filter(Call::possible).count();
        if (listed.size() > possible) {
            return Verdict.contradicted(
                    "Expected at most %d images in the list, saw %d"
                            .formatted(possible, listed.size()),
                    pages,
                    "All others had been refused: a refused upload left something behind");
        }
        return Verdict.holds();
    }
}
