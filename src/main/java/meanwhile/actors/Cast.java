package meanwhile.actors;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Role;
import meanwhile.language.Secret;

/**
 * Members and their sessions. Who is named for the first time becomes a member and logs in; each
 * actor has a session of their own. Sessions take the gallery's doors in turn, so that whoever
 * meets, meets across nodes. Safe for many actors at once.
 */
final class Cast {
    private final AtomicInteger nextDoor;
    private final Map<ActorName, Integer> doors = new ConcurrentHashMap<>();
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private final Map<ActorName, Gallery.Sender> sessions = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Map<String, Role> claims;

    /** A crowd, whose members claim nothing. */
    Cast() {
        this(0, Map.of());
    }

    /**
     * @param door at which the first session is opened
     * @param claims who says at the sign-up to be more than a member
     */
    Cast(int door, Map<String, Role> claims) {
        this.claims = Map.copyOf(claims);
        this.nextDoor = new AtomicInteger(door);
    }

    /**
     * The actor's session, opened now if there was none.
     *
     * @param round in whose history the preparation is written down
     */
    Gallery.Sender session(ActorName actor, RoundContext round) throws GateClosed {
        Gallery.Sender known = sessions.get(actor);
        if (known != null) {
            return known;
        }
        ReentrantLock lock = lock(actor.toString());
        lock.lock();
        try {
            Gallery.Sender opened = sessions.get(actor);
            if (opened == null) {
                opened = open(actor, member(actor.member(), round), round);
                sessions.put(actor, opened);
            }
            return opened;
        } finally {
            lock.unlock();
        }
    }

    /** Whom the target knows under the feature's name, signed up now if nobody. */
    Member member(String name, RoundContext round) throws GateClosed {
        ReentrantLock lock = lock("member " + name);
        lock.lock();
        try {
            Member known = members.get(name);
            if (known == null) {
                known = signUp(name, round);
                members.put(name, known);
            }
            round.world().know(name, known.id());
            return known;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives everybody who will act a door, in order: sessions are opened several at a time, and
     * chance must not decide who comes through which. A crowd serves several examples: its members'
     * doors must not depend on those before.
     *
     * @return counts on beyond the last of the gallery's doors, or before the first
     */
    int assignDoor(ActorName actor) {
        return doors.computeIfAbsent(
                actor,
                who -> who.isNameless() ? who.toString().hashCode() : nextDoor.getAndIncrement());
    }

    private Member signUp(String name, RoundContext round) throws GateClosed {
        String login = round.uniqueName(name);
        Secret password = new Secret("pw-" + login);
        MemberId id =
                RecordingClient.visitor(new ActorName(name, null), round, 0)
                        .must(
                                new Operation.SignUp(login, password, claims.get(name)),
                                Answer.MemberCreated.class)
                        .id();
        return new Member(id, login, password);
    }

    private Gallery.Sender open(ActorName actor, Member member, RoundContext round)
            throws GateClosed {
        int door = Math.floorMod(assignDoor(actor), round.run().doors());
        Secret token =
                RecordingClient.visitor(actor, round, door)
                        .must(
                                new Operation.LogIn(member.login(), member.password()),
                                Answer.SessionOpened.class)
                        .accessToken();
        return new Gallery.Sender(door, token);
    }

    private ReentrantLock lock(String name) {
        return locks.computeIfAbsent(name, _ -> new ReentrantLock());
    }
}
