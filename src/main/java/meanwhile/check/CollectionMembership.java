package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.model.Event;
import meanwhile.model.Register;
import meanwhile.model.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Checks that reads of a collection show each image while it is a member, as a {@link Register}:
 * uploading into the collection and placing the image set it, removing and deleting the image clear
 * it, and every read shows its value; to the collection's owner without delay.
 */
public final class CollectionMembership {
    private static final String IN = "in the collection";

    private final CollectionId collection;
    private final List<Call> calls;
    private final Set<String> owners;
    private final long delay;

    private CollectionMembership(CollectionId collection, History history, Duration delay) {
        this.collection = collection;
        this.calls = history.calls();
        this.delay = delay.toNanos();
        this.owners = new LinkedHashSet<>();
        for (Call call : calls) {
            Answer.CollectionMade made = call.answer(Answer.CollectionMade.class);
            if (made != null && made.id().equals(collection)) {
                owners.add(call.actor().member());
            }
        }
    }

    /**
     * Checks that for each image, some order explains every read of the collection, which was
     * created empty in this history.
     *
     * @param delay the promised delay until others see a change
     */
    public static Verdict explained(CollectionId collection, History history, Duration delay) {
        return new CollectionMembership(collection, history, delay).verdict();
    }

    private Verdict verdict() {
        Set<ImageId> named = new LinkedHashSet<>();
        Set<ImageId> seen = new LinkedHashSet<>();
        List<Call> open = new ArrayList<>();
        for (Call call : calls) {
            named.addAll(namedBy(call));
            Answer.CollectionSeen look = look(call);
            if (look != null) {
                seen.addAll(look.entries());
            } else if (uploadsHere(call) && !call.outcome().isDefinite()) {
                open.add(call);
            }
        }
        Set<ImageId> strange = new LinkedHashSet<>(seen);
        strange.removeAll(named);
        if (strange.size() > open.size()) {
            return foundling(strange);
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (ImageId image : named) {
            verdicts.add(of(image, List.of()));
        }
        for (ImageId image : strange) {
            verdicts.add(of(image, open));
        }
        return Verdict.worst(verdicts);
    }

    /** Contradicts an entry that no call explains, not even one without an answer. */
    private Verdict foundling(Set<ImageId> strange) {
        ImageId one = strange.iterator().next();
        Call look = calls.stream().filter(call -> shows(look(call), one)).findFirst().orElseThrow();
        return Verdict.contradicted(
                "Expected to see only what was placed there, saw an image more",
                List.of(look),
                "No accepted request placed it in the collection");
    }

    private Verdict of(ImageId image, List<Call> conceivable) {
        List<Event<Register.Op>> events = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Register.Op op = conceivable.contains(call) ? new Register.Write(IN) : op(call, image);
            if (op != null && call.possible()) {
                Event<Register.Op> event = CallEvents.event(i, call, op);
                boolean own = owners.contains(call.actor().member());
                events.add(op instanceof Register.Read && !own ? event.lagging(delay) : event);
            }
        }
        return CallEvents.verdict(told(Register.check(events, null, Register.BUDGET)), calls);
    }

    private Register.@Nullable Op op(Call call, ImageId image) {
        if (uploadsHere(call)) {
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            return taken != null && taken.id().equals(image) ? new Register.Write(IN) : null;
        }
        return switch (call.operation()) {
            case Operation.PlaceImage(CollectionId into, ImageId placed)
                    when into.equals(collection) && placed.equals(image) ->
                    new Register.Write(IN);
            case Operation.TakeImage(CollectionId from, ImageId taken)
                    when from.equals(collection) && taken.equals(image) ->
                    new Register.Write(null);
            case Operation.DeleteImage(ImageId deleted) when deleted.equals(image) ->
                    new Register.Write(null);
            default -> {
                Answer.CollectionSeen look = look(call);
                yield look == null ? null : new Register.Read(shows(look, image) ? IN : null);
            }
        };
    }

    /** The ruling in words about collections. */
    private static Ruling<Register.Op> told(Ruling<Register.Op> ruling) {
        if (!(ruling instanceof Ruling.Illegal<Register.Op>(List<Event<Register.Op>> why, _, _))) {
            return ruling;
        }
        boolean extra = why.getLast().op() instanceof Register.Read(String value) && value != null;
        return new Ruling.Illegal<>(
                why,
                extra
                        ? "Expected the image not to be in the collection, saw it there"
                        : "Expected the image to be in the collection, did not see it there",
                "No order of these explains what was seen");
    }

    private Set<ImageId> namedBy(Call call) {
        Answer.UploadTaken taken = uploadsHere(call) ? call.answer(Answer.UploadTaken.class) : null;
        if (taken != null) {
            return Set.of(taken.id());
        }
        return call.possible()
                        && call.operation()
                                instanceof Operation.PlaceImage(CollectionId into, ImageId image)
                        && into.equals(collection)
                ? Set.of(image)
                : Set.of();
    }

    private boolean uploadsHere(Call call) {
        return call.operation() instanceof Operation.UploadImage upload
                && collection.equals(upload.placement().collection());
    }

    private Answer.@Nullable CollectionSeen look(Call call) {
        Answer.CollectionSeen seen = call.answer(Answer.CollectionSeen.class);
        return seen != null && seen.id().equals(collection) ? seen : null;
    }

    private static boolean shows(Answer.@Nullable CollectionSeen look, ImageId image) {
        return look != null && look.entries().contains(image);
    }
}
