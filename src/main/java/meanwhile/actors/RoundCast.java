package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Role;

/**
 * Who acts in one play of a round, each with their session. Nameless members of a crowd serve the
 * whole run; those with a name are new in each round.
 */
final class RoundCast {
    private static final int LOG_INS_AT_ONCE = 32;

    private final RoundContext round;
    private final Cast named;
    private final Cast crowd;

    RoundCast(RoundContext round, Cast crowd, Map<String, Role> claims) {
        this.round = round;
        this.crowd = crowd;
        // Rounds begin at different doors, so that each actor comes through each.
        this.named = new Cast(round.number(), claims);
    }

    RoundContext round() {
        return round;
    }

    /** The actor's session, opened now if there was none. */
    Gallery.Sender session(ActorName actor) throws GateClosed {
        return actor.member().equals(RunContext.ADMINISTRATOR)
                ? administratorSession()
                : cast(actor).session(actor, round);
    }

    /**
     * The administrator's session; its log-in is written down in the round that first needs it.
     *
     * @throws NotOffered if the target lent no administrator
     */
    Gallery.Sender administratorSession() throws GateClosed {
        ActorName administrator = new ActorName(RunContext.ADMINISTRATOR, null);
        return round.run()
                .administrator()
                .session(
                        logIn ->
                                RecordingClient.visitor(administrator, round, 0)
                                        .must(logIn, Answer.SessionOpened.class));
    }

    /** Whom the target knows under the actor's name. */
    Member membership(ActorName actor) throws GateClosed {
        return cast(actor).member(actor.member(), round);
    }

    /** The target's name for the member whom the feature calls so. */
    MemberId member(String name) throws GateClosed {
        return membership(new ActorName(name, null)).id();
    }

    private Cast cast(ActorName actor) {
        return actor.isNameless() ? crowd : named;
    }

    /**
     * Opens the sessions of all who will act, some at a time: even a crowd is not to be turned
     * away.
     *
     * @throws NotOffered if they are more than the target's owner allows
     */
    void assemble(Set<ActorName> actors) throws GateClosed {
        int most = round.run().gallery().mostAtOnce();
        if (actors.size() > most) {
            throw new NotOffered(
                    "%d take part, and the profile allows %d members at once"
                            .formatted(actors.size(), most));
        }
        actors.forEach(actor -> cast(actor).assignDoor(actor));
        Semaphore free = new Semaphore(round.run().oneAfterAnother() ? 1 : LOG_INS_AT_ONCE);
        List<Callable<Void>> logIns = new ArrayList<>();
        for (ActorName actor : actors) {
            logIns.add(
                    () -> {
                        free.acquire();
                        try {
                            session(actor);
                        } finally {
                            free.release();
                        }
                        return null;
                    });
        }
        Concurrently.all(logIns);
    }
}
