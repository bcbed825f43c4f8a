package meanwhile.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Checks that each upload of a member, answered or not, took effect in full or not at all: in their
 * list, in the collection that it was meant for and in the counts of their account.
 *
 * <p>An upload that was broken off may still take effect while the checks read. So the member's
 * images are listed before and after the other reads, and only reads between two equal lists are
 * judged: nobody removes anything, so nothing changed between them.
 */
public final class AllOrNothing {
    private final CollectionId collection;
    private final List<Call> looks;
    private final Call list;
    private final Map<ImageId, Operation.UploadImage> images = new HashMap<>();
    private final Map<ImageId, Answer.ImageSeen> seen = new HashMap<>();

    private AllOrNothing(CollectionId collection, List<Call> looks, Call list) {
        this.collection = collection;
        this.looks = looks;
        this.list = list;
    }

    /**
     * The verdict on the last reads between two equal lists.
     *
     * @param member the owner of the images; all of them were uploaded in this history
     */
    public static Verdict uploads(String member, CollectionId collection, History history) {
        List<Call> looks = quiet(member, history);
        if (looks.isEmpty()) {
            return new Verdict.Undecided("the member's images kept changing");
        }
        AllOrNothing question = new AllOrNothing(collection, looks, looks.getFirst());
        Verdict identified = question.identify(history.of(Operation.UploadImage.class));
        return identified instanceof Verdict.Holds
                ? Verdict.worst(List.of(question.entries(), question.account()))
                : identified;
    }

    /** Whether the last two lists of the member's images, of one page each, are equal. */
    public static boolean isQuiet(String member, History history) {
        return !quiet(member, history).isEmpty();
    }

    /** The last two lists and the reads between them; nothing if the lists differ. */
    private static List<Call> quiet(String member, History history) {
        List<Call> calls =
                history.in(Phase.THEN).where(call -> call.actor().member().equals(member)).calls();
        List<Integer> lists = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).operation() instanceof Operation.ListImages) {
                lists.add(i);
            }
        }
        if (lists.size() < 2) {
            return List.of();
        }
        int from = lists.get(lists.size() - 2);
        int to = lists.getLast();
        Set<ImageId> before = page(calls.get(from));
        return before != null && before.equals(page(calls.get(to)))
                ? calls.subList(from, to + 1)
                : List.of();
    }

    private static @Nullable Set<ImageId> page(Call list) {
        Answer.ImagesListed listed = list.answer(Answer.ImagesListed.class);
        return listed == null || listed.next() != null ? null : new HashSet<>(listed.ids());
    }

    /** Finds the upload of each image by its title; no upload may have made two. */
    private Verdict identify(History uploads) {
        Map<String, Call> origins = new HashMap<>();
        for (Call call : uploads.where(Call::possible).calls()) {
            origins.put(((Operation.UploadImage) call.operation()).title(), call);
        }
        Map<String, Call> first = new HashMap<>();
        for (Call look : looks) {
            Answer.ImageSeen image = look.answer(Answer.ImageSeen.class);
            if (image == null || seen.putIfAbsent(image.id(), image) != null) {
                continue;
            }
            Call origin = origins.get(image.title());
            if (origin == null) {
                return Verdict.contradicted(
                        "Expected only images whose upload was not refused, saw another",
                        List.of(list, look),
                        "No upload of that title was accepted or left without an answer");
            }
            Call twin = first.put(String.valueOf(image.title()), look);
            if (twin != null) {
                return Verdict.contradicted(
                        "Expected one image for an upload, saw two",
                        List.of(origin, twin, look),
                        "It was sent once");
            }
            images.put(image.id(), (Operation.UploadImage) origin.operation());
        }
        Set<ImageId> listed = page(list);
        return listed != null && images.keySet().containsAll(listed)
                ? Verdict.holds()
                : new Verdict.Undecided("not every listed image could be looked at");
    }

    private Verdict entries() {
        for (Call look : looks) {
            Answer.CollectionSeen shown = look.answer(Answer.CollectionSeen.class);
            if (shown == null || !shown.id().equals(collection)) {
                continue;
            }
            for (ImageId entry : shown.entries()) {
                if (!images.containsKey(entry)) {
                    return Verdict.contradicted(
                            "Expected an image behind each entry, saw an entry without one",
                            List.of(list, look),
                            "The image is not among the member's images");
                }
            }
            for (Map.Entry<ImageId, Operation.UploadImage> image : images.entrySet()) {
                if (collection.equals(image.getValue().placement().collection())
                        && !shown.entries().contains(image.getKey())) {
                    return Verdict.contradicted(
                            "Expected the image in the collection that it was uploaded into",
                            List.of(list, look),
                            "The image is there, and its entry is not");
                }
            }
            return Verdict.holds();
        }
        return new Verdict.Undecided("the collection could not be looked at");
    }

    private Verdict account() {
        long all = 0;
        long failed = 0;
        for (Map.Entry<ImageId, Operation.UploadImage> image : images.entrySet()) {
            int length = image.getValue().file().length();
            all += length;
            Answer.ImageSeen shown = seen.get(image.getKey());
            // The gallery may keep the bytes of a damaged file or drop them.
            failed += shown != null && shown.status() == ImageStatus.FAILED ? length : 0;
        }
        for (Call look : looks) {
            Answer.MemberSeen account = look.answer(Answer.MemberSeen.class);
            if (account == null || account.images() == null) {
                continue;
            }
            Long bytes = account.storedBytes();
            if (account.images() != images.size()
                    || (bytes != null && (bytes > all || bytes < all - failed))) {
                return Verdict.contradicted(
                        "Expected an account of %d images and %d bytes, saw %d images and %s bytes"
                                .formatted(images.size(), all, account.images(), bytes),
                        List.of(list, look),
                        "Something is counted that exists nowhere else");
            }
        }
        return Verdict.holds();
    }
}
