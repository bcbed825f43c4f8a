package meanwhile.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;

/** Checks that searches, made when all is quiet, find what they should and nothing else. */
public final class SearchResults {
    private SearchResults() {}

    /**
     * Checks that, at the end, each search by a word that only one title has finds exactly that
     * image, if it was seen ready, and that each list by tag shows exactly the ready images with
     * that tag.
     */
    public static Verdict exactly(History history) {
        Map<ImageId, ImageStatus> last = UploadCompletion.statuses(history);
        Map<ImageId, Call> uploads = UploadCompletion.acknowledged(history);
        for (Call search : history.in(Phase.THEN).calls()) {
            Set<ImageId> expected = expected(search, uploads, last);
            if (expected == null) {
                continue;
            }
            Answer.ImagesListed found = search.answer(Answer.ImagesListed.class);
            if (found == null) {
                return new Verdict.Undecided("a search was not answered");
            }
            if (!certain(search, history, last)) {
                return new Verdict.Undecided("it is not known what should be found");
            }
            if (!new HashSet<>(found.ids()).equals(expected)
                    || found.ids().size() != expected.size()) {
                return Verdict.contradicted(
                        "Expected to find exactly %d images, found %d"
                                .formatted(expected.size(), found.ids().size()),
                        List.of(search),
                        "All had been processed, and the promised delay had passed");
            }
        }
        return Verdict.holds();
    }

    /** Checks that no search at the end finds the image, which failed or was deleted. */
    public static Verdict nowhere(ImageId image, History history) {
        List<Call> searches = history.in(Phase.THEN).of(Operation.SearchImages.class).calls();
        boolean deleted = !Deletions.acknowledged(image, history).isEmpty();
        if (!deleted && UploadCompletion.statuses(history).get(image) != ImageStatus.FAILED) {
            return new Verdict.Undecided("the image was neither deleted nor seen as failed");
        }
        if (searches.isEmpty() || !searches.stream().allMatch(Call::accepted)) {
            return new Verdict.Undecided("a search was not answered");
        }
        for (Call search : searches) {
            Answer.ImagesListed found = search.answer(Answer.ImagesListed.class);
            if (found != null && found.ids().contains(image)) {
                return Verdict.contradicted(
                        "Expected not to find this image, found it",
                        List.of(search),
                        "It never became ready, or had been deleted");
            }
        }
        return Verdict.holds();
    }

    /**
     * Checks that a member who has found it is not told afterwards that it is still being
     * processed.
     */
    public static Verdict notBeforeReady(ImageId image, History history) {
        for (Call search : history.calls()) {
            Answer.ImagesListed found = search.answer(Answer.ImagesListed.class);
            if (found == null || !showsReadyOnly(search) || !found.ids().contains(image)) {
                continue;
            }
            for (Call look : history.of(Operation.ReadImage.class).calls()) {
                Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
                if (seen != null
                        && seen.id().equals(image)
                        && seen.status() == ImageStatus.PROCESSING
                        && look.actor().equals(search.actor())
                        && search.before(look)) {
                    return Verdict.contradicted(
                            "Expected to find only what is ready, found an image in processing",
                            List.of(search, look),
                            "The same person was told afterwards that it was not ready");
                }
            }
        }
        return Verdict.holds();
    }

    /** A member's own list also shows images in processing. */
    private static boolean showsReadyOnly(Call look) {
        return look.operation() instanceof Operation.SearchImages
                || look.operation() instanceof Operation.FilterByTag
                || look.operation() instanceof Operation.ReadFeed;
    }

    /** Whether the outcome of every upload that a search may find is known. */
    private static boolean certain(Call search, History history, Map<ImageId, ImageStatus> last) {
        Set<ImageId> deleted = new HashSet<>();
        for (Call call : history.of(Operation.DeleteImage.class).calls()) {
            if (call.operation() instanceof Operation.DeleteImage(ImageId image)) {
                if (!call.outcome().isDefinite()) {
                    return false;
                }
                if (call.accepted()) {
                    deleted.add(image);
                }
            }
        }
        for (Call call : history.of(Operation.UploadImage.class).calls()) {
            if (call.operation() instanceof Operation.UploadImage taken
                    && call.possible()
                    && isMeant(search, taken)) {
                Answer.UploadTaken answer = call.answer(Answer.UploadTaken.class);
                if (answer == null
                        || !(last.containsKey(answer.id()) || deleted.contains(answer.id()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isMeant(Call search, Operation.UploadImage upload) {
        return switch (search.operation()) {
            case Operation.SearchImages(String words, _, _) -> upload.title().endsWith(" " + words);
            case Operation.FilterByTag(String tag, _, _) -> tag.equals(upload.placement().tags());
            default -> false;
        };
    }

    private static @org.jspecify.annotations.Nullable Set<ImageId> expected(
            Call search, Map<ImageId, Call> uploads, Map<ImageId, ImageStatus> last) {
        Set<ImageId> expected = new HashSet<>();
        boolean asked = false;
        for (Map.Entry<ImageId, Call> upload : uploads.entrySet()) {
            if (!(upload.getValue().operation() instanceof Operation.UploadImage taken)) {
                continue;
            }
            boolean meant = isMeant(search, taken);
            asked |= meant;
            if (meant && last.get(upload.getKey()) == ImageStatus.READY) {
                expected.add(upload.getKey());
            }
        }
        return asked ? expected : null;
    }
}
