package meanwhile.steps;

import java.time.Duration;
import meanwhile.actors.ActorSession;
import meanwhile.actors.PictureFactory;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.steps.ParameterTypes.ImageName;

/** Uploading, as phrases of many kinds do it. */
final class UploadCalls {
    private UploadCalls() {}

    /** Uploads an image; the name means this image from then on, if it was accepted. */
    static Call upload(ActorSession me, String name, PictureFactory.Kind kind) throws GateClosed {
        return upload(me, name, me.picture(name, kind));
    }

    /** Does the same with a prepared upload. */
    static Call upload(ActorSession me, String name, Operation.UploadImage upload)
            throws GateClosed {
        me.world().entitle(name, upload.title());
        return know(me, name, me.does(upload));
    }

    /** Uploads images one after another. */
    static void many(ActorSession me, int number) throws GateClosed {
        for (int i = 0; i < number; i++) {
            upload(me, me.nextName(), PictureFactory.Kind.GOOD);
        }
    }

    /** Makes the name mean the image that the call created, if it was accepted. */
    static Call know(ActorSession me, String name, Call call) {
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        if (taken != null) {
            me.world().know(name, taken.id());
        }
        return call;
    }

    /** For preparations: uploads an image that must be accepted. */
    static ImageId mustBeTaken(ActorSession me, String name, Operation.UploadImage upload)
            throws GateClosed {
        me.requireAccepted(upload(me, name, upload));
        return me.world().image(name);
    }

    /** For preparations: waits until an image is ready that was just uploaded. */
    static void mustBecomeReady(ActorSession me, ImageId image, Duration limit) throws GateClosed {
        Call last = Observations.untilProcessed(me, image, limit);
        Answer.ImageSeen seen = last.answer(Answer.ImageSeen.class);
        if (seen == null || seen.status() != ImageStatus.READY) {
            me.requireAccepted(last);
            throw me.unprepared(last);
        }
    }

    /** For preparations: uploads an image and waits until it is ready. */
    static void ready(ActorSession me, String name, Duration limit) throws GateClosed {
        Operation.UploadImage upload = me.picture(name, PictureFactory.Kind.GOOD);
        mustBecomeReady(me, mustBeTaken(me, name, upload), limit);
    }

    /** The file with which the image of that name was uploaded. */
    static ImageFile fileOf(ActorSession me, ImageName image) {
        return me.soFar().of(Operation.UploadImage.class).stream()
                .filter(call -> call.accepted() && isUploadOf(image, call))
                .map(call -> ((Operation.UploadImage) call.operation()).file())
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no earlier step uploaded “%s”".formatted(image.value())));
    }

    /** The uploads of the action, without those of the preparation. */
    static History of(History history) {
        return history.in(Phase.WHEN).of(Operation.UploadImage.class);
    }

    /** Whether the call uploads the image of that name. */
    static boolean isUploadOf(ImageName image, Call call) {
        return call.operation() instanceof Operation.UploadImage upload
                && upload.title().startsWith(image.value() + " ");
    }
}
