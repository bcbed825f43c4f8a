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
 * The actors of one attempt at a round, each with their session. Anonymous members of a crowd serve
 * the whole run; named members are new in each round.
 */
final class RoundCast {
    private static final int LOG_INS_AT_ONCE = 32;

    private final RoundContext round;
    private final Cast named;
    private final Cast crowd;

    RoundCast(RoundContext round, Cast crowd, Map<String, Role> claims) {
        this.round = round;
        this.crowd = crowd;
        // Rounds begin at different addresses, so that each actor uses each address in turn.
        this.named = new Cast(round.number(), claims);
    }

    RoundContext round() {
        return round;
    }

    /** Returns the actor's session, which is opened now if there was none. */
    Gallery.Sender session(ActorName actor) throws GateClosed {
        return actor.member().equals(RunContext.ADMINISTRATOR)
                ? administratorSession()
                : cast(actor).session(actor, round);
    }

    /**
     * Returns the administrator's session; its log-in is recorded in the round that needs it first.
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

    /** Returns the account of the actor. */
    Member membership(ActorName actor) throws GateClosed {
        return cast(actor).member(actor.member(), round);
    }

    /** Returns the target's id for the feature's member. */
    MemberId member(String name) throws GateClosed {
        return membership(new ActorName(name, null)).id();
    }

    private Cast cast(ActorName actor) {
        return actor.isNameless() ? crowd : named;
    }

    /**
     * Opens the sessions of all actors, a limited number at a time: not even a crowd may be
     * rejected here.
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
