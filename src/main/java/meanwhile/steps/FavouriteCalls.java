package meanwhile.steps;

import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;

/** Favouring, as phrases of many kinds do it. */
final class FavouriteCalls {
    private FavouriteCalls() {}

    /** Makes the image a favourite, and remembers the favourite. */
    static Call favour(ActorSession me, ImageId image) throws GateClosed {
        Call call = me.does(new Operation.AddFavourite(image));
        Answer.FavouriteTaken taken = call.answer(Answer.FavouriteTaken.class);
        if (taken != null) {
            me.world().know(me.name().member(), image, taken.id());
        }
        return call;
    }

    /** The actors who ever had a favourite in this round, each on the device used first. */
    static Set<ActorName> fans(Round round) {
        return Participants.of(round.history().of(Operation.AddFavourite.class));
    }
}
