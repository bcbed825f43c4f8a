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
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import org.jspecify.annotations.Nullable;

/**
 * Checks that images are in the right category or breed at the end, when nobody changes anything
 * any more.
 */
public final class Classification {
    private final TopicKind kind;
    private final History history;

    private Classification(TopicKind kind, History history) {
        this.kind = kind;
        this.history = history;
    }

    /** The categories or breeds that were created in this history. */
    public static List<TopicId> topics(TopicKind kind, History history) {
        List<TopicId> topics = new ArrayList<>();
        for (Call call : history.of(Operation.CreateTopic.class).calls()) {
            Answer.TopicMade made = call.answer(Answer.TopicMade.class);
            if (made != null
                    && call.operation() instanceof Operation.CreateTopic(TopicKind of, _)
                    && of == kind) {
                topics.add(made.id());
            }
        }
        return topics;
    }

    /**
     * Checks that each accepted upload that named a category or breed is at the end in exactly one
     * that exists: the named one, or one that it was merged into.
     */
    public static Verdict inOneThatExists(TopicKind kind, History history) {
        return new Classification(kind, history).inOneThatExists();
    }

    /** Checks that an image's own category or breed, the list and the count agree at the end. */
    public static Verdict agree(TopicKind kind, History history) {
        return new Classification(kind, history).agree();
    }

    private Verdict inOneThatExists() {
        Map<ImageId, Call> uploads = UploadCompletion.acknowledged(history);
        Call list = lastList();
        Set<TopicId> existing = existing(list);
        if (list == null || existing == null) {
            return new Verdict.Undecided("the list of what exists could not be read");
        }
        for (Call look : looks()) {
            Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
            Call upload = seen == null ? null : uploads.get(seen.id());
            TopicId named = upload == null ? null : named(upload);
            if (seen == null || upload == null || named == null || mayHaveMoved(seen.id())) {
                continue;
            }
            List<TopicId> own = own(seen);
            if (own == null) {
                return new Verdict.NotOffered("the target's images do not say where they belong");
            }
            if (own.size() != 1
                    || !existing.containsAll(own)
                    || !reachable(named).containsAll(own)) {
                return Verdict.contradicted(
                        "Expected the image where it was uploaded to, or where that went; saw it"
                                + (own.isEmpty() ? " nowhere" : " elsewhere"),
                        List.of(upload, look, list),
                        "Its upload had been accepted");
            }
        }
        return Verdict.holds();
    }

    private Verdict agree() {
        Call list = lastList();
        Set<TopicId> existing = existing(list);
        if (list == null || existing == null) {
            return new Verdict.Undecided("the list of what exists could not be read");
        }
        Map<TopicId, Set<ImageId>> members = new HashMap<>();
        Map<TopicId, Call> filters = new HashMap<>();
        for (Call filter : history.in(Phase.THEN).calls()) {
            TopicId topic = FiltersDuringMerge.filtered(kind, filter.operation());
            Answer.ImagesListed listed = filter.answer(Answer.ImagesListed.class);
            if (topic != null && listed != null && listed.next() == null) {
                members.put(topic, new HashSet<>(listed.ids()));
                filters.put(topic, filter);
                Verdict counted = counted(topic, filter, listed.ids(), list);
                if (!(counted instanceof Verdict.Holds)) {
                    return counted;
                }
            }
        }
        for (Call look : looks()) {
            Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
            List<TopicId> own = seen == null ? null : own(seen);
            if (seen == null || own == null) {
                continue;
            }
            for (Map.Entry<TopicId, Set<ImageId>> topic : members.entrySet()) {
                boolean belongs =
                        seen.status() == ImageStatus.READY && own.contains(topic.getKey());
                Call filter = filters.get(topic.getKey());
                if (filter != null && belongs != topic.getValue().contains(seen.id())) {
                    return Verdict.contradicted(
                            belongs
                                    ? "Expected the image in the list that it belongs to, did not"
                                            + " see it there"
                                    : "Expected the image in the lists it belongs to alone, saw it"
                                            + " in another",
                            List.of(look, filter),
                            "Nobody was changing anything any more");
                }
            }
        }
        return Verdict.holds();
    }

    private static Verdict counted(TopicId topic, Call filter, List<ImageId> ids, Call list) {
        if (new HashSet<>(ids).size() < ids.size()) {
            return Verdict.contradicted(
                    "Expected each image once in the list, saw one twice",
                    List.of(filter),
                    "One look is enough to see it");
        }
        Answer.TopicsListed all = list.answer(Answer.TopicsListed.class);
        Long count = 0L;
        for (Answer.TopicSeen seen : all == null ? List.<Answer.TopicSeen>of() : all.topics()) {
            if (seen.id().equals(topic)) {
                count = seen.images();
            }
        }
        if (count == null) {
            return new Verdict.NotOffered("the target does not count the images");
        }
        return count == ids.size()
                ? Verdict.holds()
                : Verdict.contradicted(
                        "Expected the count to be the length of the list, saw %d counted and %d listed"
                                .formatted(count, ids.size()),
                        List.of(filter, list),
                        "Nobody was changing anything any more");
    }

    private List<Call> looks() {
        return history.in(Phase.THEN).of(Operation.ReadImage.class).calls();
    }

    private @Nullable Call lastList() {
        List<Call> lists =
                history.in(Phase.THEN)
                        .where(
                                call ->
                                        call.operation()
                                                        instanceof
                                                        Operation.ListTopics(TopicKind of)
                                                && of == kind)
                        .calls();
        return lists.isEmpty() ? null : lists.getLast();
    }

    private static @Nullable Set<TopicId> existing(@Nullable Call list) {
        Answer.TopicsListed all = list == null ? null : list.answer(Answer.TopicsListed.class);
        if (all == null) {
            return null;
        }
        Set<TopicId> ids = new HashSet<>();
        all.topics().forEach(topic -> ids.add(topic.id()));
        return ids;
    }

    /** The topics that an image of this topic may have moved to. */
    private Set<TopicId> reachable(TopicId from) {
        Set<TopicId> reachable = new HashSet<>(Set.of(from));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Call call : history.where(Call::possible).calls()) {
                FiltersDuringMerge.Move move = FiltersDuringMerge.move(kind, call.operation());
                if (move != null && reachable.contains(move.from())) {
                    grown |= reachable.add(move.into());
                }
            }
        }
        return reachable;
    }

    private boolean mayHaveMoved(ImageId image) {
        return history.of(Operation.ChangeImage.class).stream()
                .anyMatch(
                        call ->
                                call.possible()
                                        && ((Operation.ChangeImage) call.operation())
                                                .image()
                                                .equals(image));
    }

    private @Nullable TopicId named(Call upload) {
        Placement placement = ((Operation.UploadImage) upload.operation()).placement();
        return kind == TopicKind.CATEGORY ? placement.category() : placement.breed();
    }

    private @Nullable List<TopicId> own(Answer.ImageSeen seen) {
        return FiltersDuringMerge.own(kind, seen);
    }
}
