package meanwhile.check.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import meanwhile.check.law.LastWrites.Write;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a round, and what was seen when all was quiet again. It knows what must be true
 * of each image by what the calls were answered: where an answer is missing, or two calls met, it
 * knows the possible values.
 */
public final class QuietWorld {
    private final List<Call> calls;
    private final List<Call> looks;
    private final Set<Capability> lacks;
    private final Map<ImageId, Call> uploads = new LinkedHashMap<>();
    private final Map<ImageId, ImageStatus> statuses = new LinkedHashMap<>();
    private final Map<ImageId, Long> processed = new LinkedHashMap<>();
    private final List<Call> lostUploads = new ArrayList<>();
    private final boolean titlesAsSent;

    /** Whether something exists. */
    enum Presence {
        THERE,
        GONE,
        /** A deletion was not answered, or it failed and it is not known with what effect. */
        UNKNOWN
    }

    /**
     * @param round all calls of the round
     * @param looks those that were made when all was quiet
     * @param lacks what the target is known to lack
     */
    public QuietWorld(History round, List<Call> looks, Set<Capability> lacks) {
        this.calls = round.where(call -> call.phase() != Phase.AUDIT).calls();
        this.looks = List.copyOf(looks);
        this.lacks = Set.copyOf(lacks);
        Set<String> keys = new LinkedHashSet<>();
        for (Call call : calls) {
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            if (taken != null) {
                uploads.putIfAbsent(taken.id(), call);
                keys.add(owner(call));
            }
        }
        for (Call call : calls) {
            boolean lost = call.operation() instanceof Operation.UploadImage && !certain(call);
            if (lost && !keys.contains(owner(call))) {
                lostUploads.add(call);
            }
        }
        Set<String> shown = new LinkedHashSet<>();
        for (Call call : round.calls()) {
            Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
            if (seen != null && seen.status() != null) {
                statuses.put(seen.id(), seen.status());
                if (seen.status() != ImageStatus.PROCESSING) {
                    processed.putIfAbsent(seen.id(), call.times().ended());
                }
            }
            if (seen != null && seen.title() != null) {
                shown.add(seen.title());
            }
        }
        titlesAsSent =
                calls.stream()
                        .anyMatch(
                                call ->
                                        switch (call.operation()) {
                                            case Operation.UploadImage upload ->
                                                    shown.contains(upload.title());
                                            case Operation.ChangeImage change ->
                                                    change.title() != null
                                                            && shown.contains(change.title());
                                            default -> false;
                                        });
    }

    /** The member and the key of an upload: one that is sent again is one upload. */
    private static String owner(Call call) {
        String key =
                call.operation() instanceof Operation.UploadImage upload
                        ? upload.repeatKey()
                        : null;
        return key == null ? "call " + call.number() : call.actor().member() + " " + key;
    }

    private static boolean certain(Call call) {
        return call.outcome().isDefinite();
    }

    /** Whether the target lacks this. */
    boolean lacks(Capability capability) {
        return lacks.contains(capability);
    }

    /**
     * Whether the target was ever seen to show a title as it was sent: one that shortens or rewords
     * titles shows none.
     */
    boolean showsTitlesAsSent() {
        return titlesAsSent;
    }

    /** Whether nothing of this member is from before this round. */
    boolean isFresh(String member) {
        return !lacks(Capability.FRESH_MEMBERS) && !new ActorName(member, null).isNameless();
    }

    /** The images that were uploaded in this round. */
    Set<ImageId> images() {
        return uploads.keySet();
    }

    /** The upload of an image of this round. */
    @Nullable Call upload(ImageId image) {
        return uploads.get(image);
    }

    /** The images that this member uploaded. */
    List<ImageId> imagesOf(String member) {
        return uploads.entrySet().stream()
                .filter(one -> one.getValue().actor().member().equals(member))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The number of this member's uploads that may have happened without anybody being told. */
    int lostUploadsOf(String member) {
        return (int)
                lostUploads.stream().filter(call -> call.actor().member().equals(member)).count();
    }

    /** The status with which the image was last seen; null if it never was. */
    @Nullable ImageStatus status(ImageId image) {
        return statuses.get(image);
    }

    /** Whether the image is certainly there, and ready. */
    boolean isReady(ImageId image) {
        return presence(image) == Presence.THERE && status(image) == ImageStatus.READY;
    }

    /** Whether an image of this round exists. */
    Presence presence(ImageId image) {
        Presence presence = Presence.THERE;
        for (Call call : calls) {
            if (call.operation().equals(new Operation.DeleteImage(image)) && call.possible()) {
                if (call.accepted()) {
                    return Presence.GONE;
                }
                presence = Presence.UNKNOWN;
            }
        }
        return presence;
    }

    /** An accepted deletion of the image; null if there is none. */
    @Nullable Call deletion(ImageId image) {
        return calls.stream()
                .filter(Call::accepted)
                .filter(call -> call.operation().equals(new Operation.DeleteImage(image)))
                .findFirst()
                .orElse(null);
    }

    /**
     * The possible values of something, by the calls that may have set it.
     *
     * @param initial the value before any of them
     * @param value the value that a call sets; null if it sets none
     */
    <T> Set<T> last(T initial, Function<Call, @Nullable T> value) {
        List<Write<T>> writes = new ArrayList<>();
        Set<Operation> undone = new LinkedHashSet<>();
        for (Call call : calls) {
            T set = call.possible() ? value.apply(call) : null;
            if (set != null) {
                // What is taken back twice may have been there again: the second time means
                // nothing.
                boolean again = takesBack(call) && !undone.add(call.operation());
                writes.add(new Write<>(call, set, call.accepted() && !again));
            }
        }
        return LastWrites.of(initial, writes);
    }

    private static boolean takesBack(Call call) {
        return call.operation() instanceof Operation.WithdrawVote
                || call.operation() instanceof Operation.RemoveFavourite;
    }

    /** The calls of the round that may have happened and are such. */
    List<Call> possible(Predicate<Call> such) {
        return calls.stream().filter(Call::possible).filter(such).toList();
    }

    /** All calls of the round, whatever they were answered. */
    List<Call> calls() {
        return calls;
    }

    /** Whether the image was seen ready or failed at any time, and no picture replaced it. */
    boolean wasProcessed(ImageId image) {
        return processed.containsKey(image)
                && possible(
                                call ->
                                        call.operation() instanceof Operation.ReplaceBytes replace
                                                && replace.image().equals(image))
                        .isEmpty();
    }

    /** Whether the image had been seen ready or failed when the call began. */
    boolean wasProcessedBefore(ImageId image, Call call) {
        Long first = processed.get(image);
        return first != null && first < call.times().begun();
    }

    /** The looks when all was quiet. */
    List<Call> looks() {
        return looks;
    }

    /** The accepted looks of one kind. */
    List<Call> looks(Class<? extends Operation> kind) {
        return looks.stream()
                .filter(call -> call.accepted() && kind.isInstance(call.operation()))
                .toList();
    }

    /** The looks at this image's record that showed it. */
    List<Call> looksAt(ImageId image) {
        return looks(Operation.ReadImage.class).stream()
                .filter(call -> call.operation().equals(new Operation.ReadImage(image)))
                .toList();
    }
}
