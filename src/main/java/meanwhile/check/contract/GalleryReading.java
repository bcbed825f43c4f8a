package meanwhile.check.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import meanwhile.check.contract.TableRules.Answered;
import meanwhile.check.contract.TableRules.Deed;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;

/**
 * The gallery in the words of a contract: what people do with an image. A refusal that is about who
 * asks, or when, and not about the image, says nothing here.
 */
record GalleryReading() implements Reading {
    private static final String IMAGE = GalleryDomain.IMAGE;
    private static final Set<Refusal> ABOUT_THE_IMAGE = Set.of(Refusal.GONE, Refusal.NEVER_KNOWN);

    @Override
    public @Nullable Deed deed(Call call, UnaryOperator<String> identity) {
        boolean isTold =
                call.possible() || ABOUT_THE_IMAGE.stream().anyMatch(call.outcome()::isRefused);
        return isTold ? said(call.operation(), identity.apply(call.actor().member())) : null;
    }

    private static @Nullable Deed said(Operation operation, String who) {
        return switch (operation) {
            case Operation.CastVote(ImageId image, VoteValue value, _) ->
                    deed(who, value == VoteValue.UP ? "vote-up" : "vote-down", image);
            case Operation.WithdrawVote(_, ImageId image) -> deed(who, "withdraw-vote", image);
            case Operation.AddFavourite(ImageId image) -> deed(who, "add-favourite", image);
            case Operation.RemoveFavourite(_, ImageId image) ->
                    deed(who, "remove-favourite", image);
            case Operation.AddComment(ImageId image, _, String key) ->
                    key == null
                            ? deed(who, "comment", image)
                            // Another member's key is another key.
                            : deed(who, "comment-once", image, "key", who + " " + key);
            case Operation.ChangeImage change when change.title() != null ->
                    deed(who, "entitle", change.image(), "words", change.title());
            case Operation.DeleteImage(ImageId image) -> deed(who, "delete", image);
            case Operation.ReadImage(ImageId image) -> deed(who, "look", image);
            default -> null;
        };
    }

    private static Deed deed(String who, String name, ImageId image) {
        return new Deed(who, name, Map.of(IMAGE, image.value()));
    }

    private static Deed deed(
            String who, String name, ImageId image, String parameter, String value) {
        return new Deed(who, name, Map.of(IMAGE, image.value(), parameter, value));
    }

    @Override
    public @Nullable Answered answered(Call call) {
        return switch (call.outcome()) {
            case Outcome.Accepted(_, Answer.ImageSeen seen) -> new Answered(null, told(seen));
            case Outcome.Accepted _ -> new Answered(null, Map.of());
            case Outcome.Refused refused ->
                    new Answered(Vocabulary.spaced(refused.why().key()), Map.of());
            case Outcome.Broken _, Outcome.Unknown _ -> null;
        };
    }

    /** While an image is being processed nothing of it need count yet. */
    private static Map<String, Value> told(Answer.ImageSeen seen) {
        Map<String, Value> told = new HashMap<>();
        if (seen.status() == ImageStatus.READY) {
            Value.put(told, "title", seen.title());
            put(told, "up", seen.up());
            put(told, "down", seen.down());
            put(told, "favourites", seen.details().favourites());
            put(told, "comments", seen.details().comments());
        }
        return told;
    }

    private static void put(Map<String, Value> told, String name, @Nullable Long number) {
        if (number != null) {
            told.put(name, Value.of(java.math.BigDecimal.valueOf(number)));
        }
    }

    @Override
    public Map<String, Value> made(Call call, String thing, String kind) {
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        return taken != null
                        && taken.id().value().equals(thing)
                        && call.operation() instanceof Operation.UploadImage upload
                ? Map.of("name", Value.of(upload.title()))
                : Map.of();
    }
}
