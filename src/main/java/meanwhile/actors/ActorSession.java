package meanwhile.actors;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.BreakOff;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.GatePoint;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Release;
import org.jspecify.annotations.Nullable;

/**
 * An actor at work in one round: sends operations in their own session and has each written down.
 * The first call after the start is held at the gate, if there is one.
 */
public final class ActorSession {
    private final RecordingClient client;
    private final RoundCast cast;
    private final RoundContext round;

    /**
     * @param cast those who act in the same round
     */
    ActorSession(RecordingClient client, RoundCast cast) {
        this.client = client;
        this.cast = cast;
        this.round = cast.round();
    }

    /**
     * An actor in their own session, opened now if there was none.
     *
     * @param release holds the first call; null to send it at once
     */
    static ActorSession of(ActorName actor, RoundCast cast, Phase phase, @Nullable Release release)
            throws GateClosed {
        Gallery.Sender sender = cast.session(actor);
        return new ActorSession(
                new RecordingClient(actor, cast.round(), phase, sender, release), cast);
    }

    public ActorName name() {
        return client.name();
    }

    /** What the names of the feature stand for in this round. */
    public World world() {
        return round.world();
    }

    /** Everything that was called in this round so far. */
    public History soFar() {
        return round.history();
    }

    /** The target's name for a member of this round. */
    public MemberId member(String member) throws GateClosed {
        return cast.member(member);
    }

    /** Somebody who looks on; their calls are not part of the action. */
    public ActorSession observer(ActorName actor) throws GateClosed {
        return of(actor, cast, Phase.THEN, null);
    }

    /** What to upload under this name: a picture and a title that are unlike all others. */
    public Operation.UploadImage picture(String title, PictureFactory.Kind kind) {
        return round.run().pictures().upload(title, kind, round.drawNext("picture of " + name()));
    }

    /** A name for this actor's next image, for those who do not give names. */
    public String nextName() {
        return "picture %d of %s".formatted(round.next("picture name of " + name()), name());
    }

    /** A name that nothing else has, in this run or another. */
    public String uniqueName(String like) {
        return round.uniqueName(like);
    }

    /** A name like this one, unlike all others, and the same for all who want it in this round. */
    public String sharedName(String like) {
        return round.sharedName(like);
    }

    /** Waits for so long, as an answer asked to. */
    public void waits(Duration time) {
        Retry.untilPassed(System.nanoTime() + time.toNanos());
    }

    /** The next call should begin at this time, whenever it does. */
    ActorSession planned(long nanoTime) {
        client.planned(nanoTime);
        return this;
    }

    /** Chances of this actor in this round: the same seed makes the same choices. */
    public Random chance() {
        return new Random(round.draw("chance of " + name()));
    }

    /** The same actor in the same session through another of the gallery's doors. */
    public ActorSession through(int door) {
        return with(new Gallery.Sender(Math.floorMod(door, doors()), client.sender().session()));
    }

    /** Through which door this actor comes, from 0. */
    public int door() {
        return client.sender().door();
    }

    /** How many doors there are. */
    public int doors() {
        return round.run().doors();
    }

    /** Logs in once more: a further session of the same member, which is not used yet. */
    public Answer.SessionOpened opensSession(@Nullable Duration lifetime) throws GateClosed {
        Member member = cast.membership(name());
        return visitor()
                .must(
                        new Operation.LogIn(member.login(), member.password(), lifetime),
                        Answer.SessionOpened.class);
    }

    /** The same actor in another session. */
    public ActorSession in(Answer.SessionOpened session) {
        return with(new Gallery.Sender(door(), session.accessToken()));
    }

    /** The same actor without a session. */
    public ActorSession visitor() {
        return with(new Gallery.Sender(door(), null));
    }

    private ActorSession with(Gallery.Sender other) {
        return new ActorSession(client.with(other), cast);
    }

    /**
     * Sends one operation and breaks off: the outcome is unknown, and the gallery may do it. Where
     * all happens one after another, only the answer is lost: else the gallery would still be at it
     * when the next request comes.
     */
    public Call breaksOff(Operation operation, BreakOff moment) throws GateClosed {
        boolean answered = moment == BreakOff.AFTER_SENDING && round.run().oneAfterAnother();
        return client.send(
                operation, new Interrupted(answered ? BreakOff.AFTER_ANSWERING : moment));
    }

    /**
     * Sends one operation slowly: its beginning now, the rest after so much time, as over a bad
     * line. The server has the headers long before the body.
     */
    public Call sendsSlowly(Operation operation, Duration pause) throws GateClosed {
        return client.send(operation, new Slow(pause));
    }

    /** Sends one operation, waits for its end, and returns the call as it was written down. */
    public Call does(Operation operation) throws GateClosed {
        return client.send(operation);
    }

    /**
     * Sends one operation that must be accepted, as preparations are. Whoever is asked to come back
     * in a moment does so: a world is not to fail for a gallery that is busy just now.
     *
     * @throws Unprepared if it was not accepted
     */
    public <A extends Answer> A must(Operation operation, Class<A> answer) throws GateClosed {
        return client.must(operation, answer);
    }

    /** Does the same so many times, one after another. */
    public void does(Operation operation, int times) throws GateClosed {
        for (int i = 0; i < times; i++) {
            does(operation);
        }
    }

    /** Asks again until the call is as wished or the time is over; returns the last call. */
    public Call until(Operation operation, Predicate<Call> wish, Duration limit) throws GateClosed {
        return Retry.until(wish, limit, () -> does(operation));
    }

    /**
     * Takes away again what the run has made so far.
     *
     * @return what could not be taken away
     */
    public List<String> takesAwayEverything() throws GateClosed {
        Gallery.@Nullable Sender administrator;
        try {
            administrator = cast.administratorSession();
        } catch (NotOffered none) {
            administrator = null;
        }
        return round.run().ledger().clear(administrator, CleanupProgress.UNWATCHED);
    }

    /**
     * For preparations: a call that must have been accepted.
     *
     * @throws Unprepared if it was not
     */
    public void requireAccepted(Call call) {
        if (!call.accepted()) {
            throw unprepared(call);
        }
    }

    /** For preparations: what to throw when a call did not bring about what was needed. */
    public Unprepared unprepared(Call call) {
        return new Unprepared(call, world());
    }

    /** Lets the headers go, and the rest after a pause. */
    private record Slow(Duration pause) implements Release {
        @Override
        public GatePoint point() {
            return GatePoint.END_OF_HEADERS;
        }

        @Override
        public void arrive() {}

        @Override
        public void headersLeft() {
            Retry.untilPassed(System.nanoTime() + pause.toNanos());
        }
    }

    /** Cuts the connection. */
    private record Interrupted(BreakOff moment) implements Release {
        @Override
        public GatePoint point() {
            return GatePoint.END_OF_REQUEST;
        }

        @Override
        public void arrive() {}

        @Override
        public BreakOff breaksOff() {
            return moment;
        }
    }
}
