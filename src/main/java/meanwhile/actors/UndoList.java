package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.FavouriteId;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.language.VoteId;
import org.jspecify.annotations.Nullable;

/**
 * What a run created besides images: how to undo it, or that it cannot be undone. Safe for use by
 * many threads.
 */
final class UndoList {
    private static final int SAMPLE = 5;

    /** What targets usually delete with its image; whether this target does is unknown. */
    private static final Set<String> ON_IMAGES =
            Set.of("votes", "favourites", "comments", "additions without a clear answer");

    private final Cleaner cleaner;
    private final Map<Operation, Gallery.Sender> undoings = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> staying = new ConcurrentSkipListMap<>();

    UndoList(Cleaner cleaner) {
        this.cleaner = cleaner;
    }

    /** Notes what a call added or, if it has no clear answer, may have added. */
    void note(Call call, Gallery.Sender sender) {
        if (call.accepted()) {
            noteAccepted(call, sender);
        } else if (call.possible() && adds(call.operation())) {
            stays("additions without a clear answer");
        }
    }

    private static boolean adds(Operation operation) {
        return operation instanceof Operation.CastVote
                || operation instanceof Operation.AddFavourite
                || operation instanceof Operation.AddComment;
    }

    private void noteAccepted(Call call, Gallery.Sender sender) {
        Operation operation = call.operation();
        undoings.remove(operation);
        Outcome.Accepted accepted = (Outcome.Accepted) call.outcome();
        switch (accepted.answer()) {
            case Answer.VoteTaken(VoteId id, _) when operation instanceof Operation.CastVote vote ->
                    undoings.put(new Operation.WithdrawVote(id, vote.image()), sender);
            case Answer.FavouriteTaken(FavouriteId id)
                    when operation instanceof Operation.AddFavourite(ImageId image) ->
                    undoings.put(new Operation.RemoveFavourite(id, image), sender);
            case Answer.TopicMade(TopicId id)
                    when operation instanceof Operation.CreateTopic(TopicKind kind, _) ->
                    undoings.put(new Operation.RemoveTopic(kind, id, null), sender);
            case Answer.CollectionMade _ -> stays("collections");
            // Without a status nothing was sent: the account does not exist, or existed before.
            case Answer.MemberCreated _ when accepted.status() != 0 -> stays("members");
            case Answer.CommentTaken _ -> stays("comments");
            default -> {}
        }
    }

    void stays(String kind) {
        count(staying, kind);
    }

    private static void count(Map<String, AtomicInteger> numbers, String kind) {
        numbers.computeIfAbsent(kind, _ -> new AtomicInteger()).incrementAndGet();
    }

    /**
     * Undoes what can be undone.
     *
     * @param there images that have not been deleted yet
     * @return what was refused or, after an interruption, not tried, with counts, in words
     */
    List<String> undoAll(Set<ImageId> there, CleanupProgress progress) {
        Map<String, AtomicInteger> refused = new ConcurrentSkipListMap<>();
        forgetWhatWentAlong(there);
        cleaner.each(undoings, progress, (operation, owner) -> undo(operation, owner, refused));
        Map<String, AtomicInteger> untried = new ConcurrentSkipListMap<>();
        undoings.keySet().forEach(undoing -> count(untried, undoing.key()));
        List<String> words = new ArrayList<>();
        refused.forEach((key, times) -> words.add(times + " times " + key + " was refused"));
        untried.forEach((key, times) -> words.add(times + " times " + key + " was not tried"));
        return words;
    }

    /** What cannot be undone, in words. */
    List<String> staying() {
        List<String> words = new ArrayList<>();
        staying.forEach(
                (kind, number) ->
                        words.add(
                                "%d %s, which no operation of the profile deletes%s"
                                        .formatted(
                                                number.get(),
                                                kind,
                                                ON_IMAGES.contains(kind)
                                                        ? ", unless they went with their image"
                                                        : "")));
        return words;
    }

    /**
     * Forgets what went with its image. Additions to a deleted image have usually gone with it: if
     * a sample of them has, the others of the same kind are not tried, nor those on images that are
     * about to be deleted.
     */
    private void forgetWhatWentAlong(Set<ImageId> there) {
        Map<String, List<Operation>> kinds = new TreeMap<>();
        for (Operation undoing : undoings.keySet()) {
            ImageId image = image(undoing);
            if (image != null && !there.contains(image)) {
                kinds.computeIfAbsent(undoing.key(), _ -> new ArrayList<>()).add(undoing);
            }
        }
        for (Map.Entry<String, List<Operation>> kind : kinds.entrySet()) {
            List<Operation> gone = kind.getValue();
            if (wentAlong(gone.subList(0, Math.min(SAMPLE, gone.size())))) {
                undoings.keySet().removeIf(undoing -> undoing.key().equals(kind.getKey()));
            }
        }
    }

    private static @Nullable ImageId image(Operation undoing) {
        return switch (undoing) {
            case Operation.WithdrawVote(_, ImageId id) -> id;
            case Operation.RemoveFavourite(_, ImageId id) -> id;
            default -> null;
        };
    }

    private boolean wentAlong(List<Operation> sample) {
        for (Operation undoing : sample) {
            Gallery.Sender owner = undoings.get(undoing);
            try {
                if (owner == null || !Cleaner.isAbsent(cleaner.ask(owner, undoing))) {
                    return false;
                }
            } catch (NotOffered cannot) {
                return false;
            }
        }
        return true;
    }

    /** Undoes one addition. One that no longer exists counts as undone. */
    private void undo(Operation undoing, Gallery.Sender owner, Map<String, AtomicInteger> refused) {
        undoings.remove(undoing);
        try {
            Outcome outcome = cleaner.ask(owner, undoing);
            if (outcome instanceof Outcome.Broken) {
                // The first of several requests may have undone it; then it no longer exists.
                outcome = cleaner.ask(owner, undoing);
            }
            if (!outcome.isAccepted() && !Cleaner.isAbsent(outcome)) {
                count(refused, undoing.key());
            }
        } catch (NotOffered cannot) {
            stays(
                    switch (undoing) {
                        case Operation.WithdrawVote _ -> "votes";
                        case Operation.RemoveFavourite _ -> "favourites";
                        default -> "categories and breeds";
                    });
        }
    }
}
