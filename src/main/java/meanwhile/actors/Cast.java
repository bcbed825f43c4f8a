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
 * Members and their sessions. An actor who is named for the first time signs up and logs in; each
 * actor has their own session. Sessions take the gallery's addresses in turn, so that races happen
 * across nodes. Safe for use by many threads.
 */
final class Cast {
    private final AtomicInteger nextDoor;
    private final Map<ActorName, Integer> doors = new ConcurrentHashMap<>();
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private final Map<ActorName, Gallery.Sender> sessions = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Map<String, Role> claims;

    /** Creates a crowd, whose members claim no role. */
    Cast() {
        this(0, Map.of());
    }

    /**
     * @param door the address at which the first session is opened
     * @param claims the members who claim at sign-up to be more than a member
     */
    Cast(int door, Map<String, Role> claims) {
        this.claims = Map.copyOf(claims);
        this.nextDoor = new AtomicInteger(door);
    }

    /**
     * Returns the actor's session, which is opened now if there was none.
     *
     * @param round the round whose history records the preparation
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

    /** Returns the account of the feature's member, which is signed up now if there was none. */
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
     * Assigns an address to an actor, in order: sessions are opened several at a time, and chance
     * must not decide who uses which address. A crowd serves several examples: the addresses of its
     * members must not depend on the examples before.
     *
     * @return an unbounded number; callers take it modulo the number of addresses
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
