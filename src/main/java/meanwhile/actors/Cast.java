package meanwhile.actors;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Secret;

/**
 * The members and sessions of one round. Who is named for the first time becomes a member and logs
 * in; each actor has a session of their own. Sessions take the gallery's doors in turn, so that
 * whoever meets, meets across nodes.
 */
final class Cast {
    private final Round round;
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private final Map<ActorName, Gallery.Sender> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger doors = new AtomicInteger();

    Cast(Round round) {
        this.round = round;
        // Rounds begin at different doors, so that each actor comes through each.
        doors.set(round.number());
    }

    /** The actor's session, opened now if there was none. */
    synchronized Gallery.Sender session(ActorName actor) throws GateClosed {
        Gallery.Sender known = sessions.get(actor);
        if (known != null) {
            return known;
        }
        Member member = member(actor.member());
        Gallery.Sender sender = open(actor, member.login(), member.password());
        sessions.put(actor, sender);
        return sender;
    }

    /** Whom the target knows under the feature's name, signed up now if nobody. */
    synchronized Member member(String name) throws GateClosed {
        Member known = members.get(name);
        if (known != null) {
            return known;
        }
        String login = round.theatre().uniqueName(name);
        Secret password = new Secret("pw-" + login);
        MemberId id =
                new Performer(
                                new ActorName(name, null),
                                round,
                                Phase.GIVEN,
                                new Gallery.Sender(0, null),
                                null)
                        .must(new Operation.SignUp(login, password), Answer.MemberCreated.class)
                        .id();
        Member member = new Member(id, login, password);
        members.put(name, member);
        round.world().know(name, id);
        return member;
    }

    private Gallery.Sender open(ActorName actor, String login, Secret password) throws GateClosed {
        int door = Math.floorMod(doors.getAndIncrement(), round.theatre().doors());
        Secret token =
                new Performer(actor, round, Phase.GIVEN, new Gallery.Sender(door, null), null)
                        .must(new Operation.LogIn(login, password), Answer.SessionOpened.class)
                        .accessToken();
        return new Gallery.Sender(door, token);
    }
}
