package meanwhile.steps;

import java.util.Objects;
import meanwhile.actors.ActorSession;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Changing an image in the version that one has just looked at. */
final class ImageChanges {
    private ImageChanges() {}

    /** Title and description say the same from then on. */
    static Call describe(ActorSession me, ImageName image, String words) throws GateClosed {
        return me.does(
                new Operation.ChangeImage(
                        me.world().image(image.value()),
                        words,
                        words,
                        null,
                        null,
                        null,
                        version(me, image)));
    }

    /** The version that the image has when it is looked at. */
    static long version(ActorSession me, ImageName image) throws GateClosed {
        Call look = me.does(new Operation.ReadImage(me.world().image(image.value())));
        if (!look.outcome().isDefinite()) {
            throw new UndecidedException("nobody could tell which version was to be changed");
        }
        Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
        return Objects.requireNonNullElse(seen == null ? null : seen.version(), 0L);
    }
}
