package meanwhile.steps;

import java.util.Objects;
import meanwhile.actors.ActorSession;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;
import org.jspecify.annotations.Nullable;

/** Changes an image in the version that was just read. */
final class ImageChanges {
    private ImageChanges() {}

    /** Sets title and description to the same text. */
    static Call describe(ActorSession me, ImageName image, String words) throws GateClosed {
        return change(me, image, words, words);
    }

    /** Sets the title alone. */
    static Call entitle(ActorSession me, ImageName image, String title) throws GateClosed {
        return change(me, image, title, null);
    }

    private static Call change(
            ActorSession me, ImageName image, String title, @Nullable String description)
            throws GateClosed {
        return me.does(
                new Operation.ChangeImage(
                        me.world().image(image.value()),
                        title,
                        description,
                        null,
                        null,
                        null,
                        version(me, image)));
    }

    /** Reads the current version of the image, mostly ahead of the gate. */
    static long version(ActorSession me, ImageName image) throws GateClosed {
        Call look = me.looksAhead(new Operation.ReadImage(me.world().image(image.value())));
        if (!look.outcome().isDefinite()) {
            throw new UndecidedException("the version to be changed could not be read");
        }
        Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
        return Objects.requireNonNullElse(seen == null ? null : seen.version(), 0L);
    }

    /** Questions about changes mean nothing where none was accepted. */
    static Premises accepted(ImageName image) {
        return Premises.needs(
                "a change of “%s” was accepted".formatted(image.value()),
                round ->
                        round.history()
                                .where(
                                        call ->
                                                call.accepted()
                                                        && (call.operation()
                                                                        instanceof
                                                                        Operation.ChangeImage
                                                                || call.operation()
                                                                        instanceof
                                                                        Operation.ReplaceBytes)));
    }
}
