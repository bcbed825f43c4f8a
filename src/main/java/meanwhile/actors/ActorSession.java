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
 * An actor in one round. Sends operations in the actor's own session and records each call. The
 * first call after the start waits at the gate, if there is one.
 */
public final class ActorSession {
    private final RecordingClient client;
    private final RoundCast cast;
    private final RoundContext round;

    /**
     * @param cast the actors of the same round
     */
    ActorSession(RecordingClient client, RoundCast cast) {
        this.client = client;
        this.cast = cast;
        this.round = cast.round();
    }

    /**
     * Returns an actor in their own session, which is opened now if there was none.
     *
     * @param release holds the first call; null to send it at once
     */
    static ActorSession of(ActorName actor, RoundCast cast, Phase phase, @Nullable Release release)
            throws GateClosed {
        Gallery.Sender sender = cast.session(actor);
        return new ActorSession(
                new RecordingClient(actor, cast.round(), phase, sender, release), cast);
    }

    /** Lets each call wait for its turn. */
    ActorSession inTurn(Turns.Turn turn) {
        client.inTurn(turn);
        return this;
    }

    public ActorName name() {
        return client.name();
    }

    /** The meanings of the feature's names in this round. */
    public World world() {
        return round.world();
    }

    /** All calls of this round so far. */
    public History soFar() {
        return round.history();
    }

    /** Returns the target's id for a member of this round. */
    public MemberId member(String member) throws GateClosed {
        return cast.member(member);
    }

    /** Returns an actor who only reads; their calls are not part of the action. */
    public ActorSession observer(ActorName actor) throws GateClosed {
        return of(actor, cast, Phase.THEN, null);
    }

    /** An upload under this name, with a picture and a title that are unique. */
    public Operation.UploadImage picture(String title, PictureFactory.Kind kind) {
        return round.run().pictures().upload(title, kind, round.drawNext("picture of " + name()));
    }

    /** A name for this actor's next image, for steps that give no name. */
    public String nextName() {
        return "picture %d of %s".formatted(round.next("picture name of " + name()), name());
    }

    /** A name that is unique, in this run and across runs. */
    public String uniqueName(String like) {
        return round.uniqueName(like);
    }

    /** A unique name like this one; the same for all who ask for it in this round. */
    public String sharedName(String like) {
        return round.sharedName(like);
    }

    /** Waits as long as an answer asked to. */
    public void waits(Duration time) {
        Retry.untilPassed(System.nanoTime() + time.toNanos());
    }

    /** Sets the time at which the next call should begin, to be recorded with it. */
    ActorSession planned(long nanoTime) {
        client.planned(nanoTime);
        return this;
    }

    /** Random numbers for this actor in this round: the same seed makes the same choices. */
    public Random chance() {
        return new Random(round.draw("chance of " + name()));
    }

    /** The same actor in the same session, through another of the gallery's addresses. */
    public ActorSession through(int door) {
        return with(new Gallery.Sender(Math.floorMod(door, doors()), client.sender().session()));
    }

    /** The address that this actor uses, counted from 0. */
    public int door() {
        return client.sender().door();
    }

    /** The number of addresses. */
    public int doors() {
        return round.run().doors();
    }

    /** Logs in once more and returns the new session of the same member, which is not used yet. */
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
     * Sends one operation and cuts the connection: the outcome is unknown, and the gallery may
     * carry it out. In a sequential run only the answer is lost; otherwise the gallery would still
     * be at work when the next request arrives.
     */
    public Call breaksOff(Operation operation, BreakOff moment) throws GateClosed {
        boolean answered = moment == BreakOff.AFTER_SENDING && round.run().oneAfterAnother();
        return client.send(
                operation, new Interrupted(answered ? BreakOff.AFTER_ANSWERING : moment));
    }

    /**
     * Sends one operation slowly, as over a bad connection: the headers now and the rest after the
     * pause. The server has the headers long before the body.
     */
    public Call sendsSlowly(Operation operation, Duration pause) throws GateClosed {
        return client.send(operation, new Slow(pause));
    }

    /**
     * Sends a look that the change after it needs. In two rounds of three the look goes ahead of
     * the gate, so that the changes themselves collide; in the third it waits there itself, so that
     * also looks and changes meet.
     */
    public Call looksAhead(Operation look) throws GateClosed {
        return client.send(look, ahead());
    }

    private @Nullable Release ahead() {
        return round.number() % 3 == 0 ? client.atGate() : null;
    }

    /**
     * Records one operation that a step of a team's own sends.
     *
     * @param ahead whether the next one needs it, as with {@link #looksAhead}
     */
    public Call sends(Operation operation, boolean ahead, Sending way) throws GateClosed {
        return client.send(operation, ahead ? ahead() : client.atGate(), way);
    }

    /** On whose behalf, and through which door, a step of a team's own sends. */
    public Gallery.Sender sender() {
        return client.sender();
    }

    /** What an assertion in a step of the action says of this round. */
    public void objects(Objection objection) {
        round.objects(objection);
    }

    /** Sends one operation, waits for its end, and returns the recorded call. */
    public Call does(Operation operation) throws GateClosed {
        return client.send(operation);
    }

    /**
     * Sends one operation that must be accepted, as preparations must. Retries for some seconds
     * when told to come back: a gallery that is busy for a moment must not spoil the preparation.
     *
     * @throws Unprepared if it was not accepted
     */
    public <A extends Answer> A must(Operation operation, Class<A> answer) throws GateClosed {
        return client.must(operation, answer);
    }

    /** Sends the same operation a number of times, one after another. */
    public void does(Operation operation, int times) throws GateClosed {
        for (int i = 0; i < times; i++) {
            does(operation);
        }
    }

    /** Repeats the call until it is as wished or the time is over; returns the last call. */
    public Call until(Operation operation, Predicate<Call> wish, Duration limit) throws GateClosed {
        return Retry.until(wish, limit, () -> does(operation));
    }

    /**
     * Deletes everything that the run has created so far.
     *
     * @return what could not be deleted
     */
    public List<String> takesAwayEverything() throws GateClosed {
        Gallery.@Nullable Sender administrator;
        try {
            administrator = cast.administratorSession();
        } catch (NotOffered none) {
            administrator = null;
        }
        round.takenAway();
        return round.run().ledger().clear(administrator, CleanupProgress.UNWATCHED);
    }

    /**
     * Requires, for a preparation, that a call was accepted.
     *
     * @throws Unprepared if it was not
     */
    public void requireAccepted(Call call) {
        if (!call.accepted()) {
            throw unprepared(call);
        }
    }

    /** Returns the exception to throw when a preparation's call did not have the needed effect. */
    public Unprepared unprepared(Call call) {
        return new Unprepared(call, world());
    }

    /** Sends the headers at once, and the rest after a pause. */
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
