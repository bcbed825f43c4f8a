package meanwhile.check;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Checks that no one sees a part of one operation's effect on a collection: an entry without its
 * image, an image without its entry, or a count that is not the number of entries. Two reads are
 * compared only if the same actor made one after the other, so that no delay may lie between them.
 */
public final class PartialEffects {
    private final CollectionId collection;
    private final List<Call> calls;

    private PartialEffects(CollectionId collection, History history) {
        this.collection = collection;
        this.calls = history.calls();
    }

    /** Checks that no read showed a part of an operation on this collection. */
    public static Verdict none(CollectionId collection, History history) {
        PartialEffects effects = new PartialEffects(collection, history);
        return Verdict.worst(
                List.of(
                        effects.counts(),
                        effects.entriesHaveImages(),
                        effects.imagesHaveEntries()));
    }

    private Verdict counts() {
        for (Call call : calls) {
            Answer.CollectionSeen look = look(call);
            if (look == null) {
                continue;
            }
            if (new HashSet<>(look.entries()).size() < look.entries().size()) {
                return Verdict.contradicted(
                        "Expected each image once in the collection, saw one twice",
                        List.of(call),
                        "One look is enough to see it");
            }
            if (look.count() == null) {
                return new Verdict.NotOffered("the target's collections carry no count");
            }
            if (look.count() != look.entries().size()) {
                return Verdict.contradicted(
                        "Expected the count to be the number of entries, saw %d counted and %d there"
                                .formatted(look.count(), look.entries().size()),
                        List.of(call),
                        "One look is enough to see it");
            }
        }
        return Verdict.holds();
    }

    private Verdict entriesHaveImages() {
        for (Call later : calls) {
            ImageId missing = missing(later);
            if (missing == null || mayHaveGone(missing, later)) {
                continue;
            }
            for (Call earlier : calls) {
                Answer.CollectionSeen look = look(earlier);
                if (look != null
                        && look.entries().contains(missing)
                        && sameActor(earlier, later)
                        && earlier.before(later)) {
                    return Verdict.contradicted(
                            "Expected an image behind each entry, found an entry without one",
                            List.of(earlier, later),
                            "Nobody had deleted the image");
                }
            }
        }
        return Verdict.holds();
    }

    private Verdict imagesHaveEntries() {
        for (Call upload : calls) {
            Answer.UploadTaken taken = upload.answer(Answer.UploadTaken.class);
            if (taken == null
                    || !(upload.operation() instanceof Operation.UploadImage sent)
                    || !collection.equals(sent.placement().collection())) {
                continue;
            }
            for (Call later : calls) {
                Answer.CollectionSeen look = look(later);
                if (look == null
                        || look.entries().contains(taken.id())
                        || mayHaveGone(taken.id(), later)) {
                    continue;
                }
                for (Call earlier : calls) {
                    if (sameActor(earlier, later)
                            && earlier.before(later)
                            && shows(earlier, taken.id())) {
                        return Verdict.contradicted(
                                "Expected the image to be in the collection, as it was uploaded"
                                        + " into it; saw the image, but no entry",
                                List.of(upload, earlier, later),
                                "The image was there already, and nobody had taken it out");
                    }
                }
            }
        }
        return Verdict.holds();
    }

    /** Whether somebody may have deleted or removed the image before the read ended. */
    private boolean mayHaveGone(ImageId image, Call look) {
        return calls.stream()
                .anyMatch(
                        call ->
                                call.possible()
                                        && call.times().begun() <= look.times().ended()
                                        && image.equals(removed(call.operation())));
    }

    private @Nullable ImageId removed(Operation operation) {
        return switch (operation) {
            case Operation.DeleteImage(ImageId image) -> image;
            case Operation.TakeImage(CollectionId from, ImageId image)
                    when from.equals(collection) ->
                    image;
            default -> null;
        };
    }

    /** The image that the call says does not exist; null if it says no such thing. */
    private static @Nullable ImageId missing(Call call) {
        return call.operation() instanceof Operation.ReadImage(ImageId image)
                        && Deletions.saysAbsent(call)
                ? image
                : null;
    }

    private static boolean shows(Call call, ImageId image) {
        Answer.ImagesListed listed = call.answer(Answer.ImagesListed.class);
        Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
        return (listed != null && listed.ids().contains(image))
                || (seen != null && Objects.equals(seen.id(), image));
    }

    private static boolean sameActor(Call one, Call other) {
        return one.actor().equals(other.actor());
    }

    private Answer.@Nullable CollectionSeen look(Call call) {
        Answer.CollectionSeen seen = call.answer(Answer.CollectionSeen.class);
        return seen != null && seen.id().equals(collection) ? seen : null;
    }
}
