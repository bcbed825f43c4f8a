package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.history.Collision;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.history.Recorder;
import meanwhile.language.ActorName;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import meanwhile.language.Role;
import org.jspecify.annotations.Nullable;

/** One play of an example in a fresh world of its own, with everything that was called in it. */
public final class Round {
    private static final ActorName WATCH = new ActorName("The watch", null);

    private static final int AT_THE_DOOR = 32;

    private final RunContext theatre;
    private final int number;
    private final int attempt;
    private final SeededRandom lot;
    private final Map<String, AtomicInteger> counters = new ConcurrentHashMap<>();
    private final Recorder recorder;
    private final World world = new World();
    private final Cast cast;
    private final Cast crowd;
    private final List<History> crowds = new ArrayList<>();
    private final Map<String, String> shared = new ConcurrentHashMap<>();
    private volatile @Nullable String missed;
    private volatile @Nullable Unprepared unprepared;

    Round(
            RunContext theatre,
            Cast crowd,
            Map<String, Role> claims,
            String example,
            int number,
            int attempt) {
        this.theatre = theatre;
        this.crowd = crowd;
        this.number = number;
        this.attempt = attempt;
        this.lot = new SeededRandom(theatre.seed(), example, number);
        this.recorder = new Recorder(theatre.origin());
        // Rounds begin at different doors, so that each actor comes through each.
        this.cast = new Cast(theatre, number, claims);
    }

    /** Which round it is, from 1. */
    public int number() {
        return number;
    }

    /** Which play of this round it is, from 1: a round whose calls did not meet is played again. */
    public int attempt() {
        return attempt;
    }

    public World world() {
        return world;
    }

    public RunContext theatre() {
        return theatre;
    }

    /** Everything that was called so far. */
    public History history() {
        return recorder.history();
    }

    /** Whether what should have happened at the same moment, or meanwhile, did. */
    public boolean collided() {
        return unprepared == null
                && missed == null
                && (history().gated().isEmpty() || collision().met());
    }

    /**
     * The calls of a crowd, from its first arrival until all were served.
     *
     * @param which the first crowd of the round is 1
     */
    public History crowd(int which) {
        return crowds.get(which - 1);
    }

    /** How many crowds came in this round. */
    public int crowds() {
        return crowds.size();
    }

    History crowdPlayed(long from, long until) {
        long begin = from - theatre.origin();
        long end = until - theatre.origin();
        History calls =
                history()
                        .in(Phase.WHEN)
                        .where(
                                call ->
                                        call.actor().isNameless()
                                                && call.times().begun() >= begin
                                                && call.times().begun() <= end);
        crowds.add(calls);
        return calls;
    }

    /** How its gated calls met. */
    public Collision collision() {
        return Collision.of(history());
    }

    /** Somebody who looks at the outcome; their calls are not part of the action. */
    public ActorSession observer(ActorName actor) throws GateClosed {
        return performer(actor, Phase.THEN, null);
    }

    /** The same somebody in the same session, once through each of the gallery's doors. */
    public List<ActorSession> observers(ActorName actor) throws GateClosed {
        Gallery.Sender session = session(actor);
        List<ActorSession> observers = new ArrayList<>();
        for (int door = 0; door < theatre.doors(); door++) {
            Gallery.Sender sender = new Gallery.Sender(door, session.session());
            observers.add(new ActorSession(actor, this, Phase.THEN, sender, null));
        }
        return observers;
    }

    /** Waits until so much time has passed since a moment of this round's history. */
    public void untilPassed(Duration time, long moment) {
        Retry.untilPassed(theatre.origin() + moment + time.toNanos());
    }

    /** The target's name for the member whom the feature calls so. */
    public MemberId member(String name) throws GateClosed {
        return cast(new ActorName(name, null)).member(name, this).id();
    }

    /**
     * Takes away again what the run has made so far.
     *
     * @return what could not be taken away
     */
    public List<String> takeAwayEverything() throws GateClosed {
        Gallery.@Nullable Sender administrator;
        try {
            administrator = theatre.administratorSession(this);
        } catch (NotOffered none) {
            administrator = null;
        }
        return theatre.ledger().clear(administrator, CleanupProgress.UNWATCHED);
    }

    /** Whom the target knows under the actor's name. */
    Member membership(ActorName actor) throws GateClosed {
        return cast(actor).member(actor.member(), this);
    }

    ActorSession performer(ActorName actor, Phase phase, @Nullable Release release)
            throws GateClosed {
        return new ActorSession(actor, this, phase, session(actor), release);
    }

    private Gallery.Sender session(ActorName actor) throws GateClosed {
        return actor.member().equals(RunContext.ADMINISTRATOR)
                ? theatre.administratorSession(this)
                : cast(actor).session(actor, this);
    }

    /** Nameless members of a crowd serve the whole run; those with a name are new in each round. */
    private Cast cast(ActorName actor) {
        return actor.isNameless() ? crowd : cast;
    }

    /**
     * Opens the sessions of all who will act, some at a time: even a crowd is not to be turned
     * away.
     *
     * @throws NotOffered if they are more than the target's owner allows
     */
    void assemble(Set<ActorName> actors) throws GateClosed {
        int most = theatre.gallery().mostAtOnce();
        if (actors.size() > most) {
            throw new NotOffered(
                    "%d take part, and the profile allows %d members at once"
                            .formatted(actors.size(), most));
        }
        actors.forEach(actor -> cast(actor).seat(actor));
        Semaphore door = new Semaphore(theatre.oneAfterAnother() ? 1 : AT_THE_DOOR);
        List<Callable<Void>> arrivals = new ArrayList<>();
        for (ActorName actor : actors) {
            arrivals.add(
                    () -> {
                        door.acquire();
                        try {
                            session(actor);
                        } finally {
                            door.release();
                        }
                        return null;
                    });
        }
        Concurrently.all(arrivals);
    }

    /** Draws for a purpose: the same in each play of this round, with the same seed. */
    long draw(String purpose) {
        return lot.draw(purpose);
    }

    /** Draws for the next of several, unlike what any other play draws. */
    long lot(String purpose) {
        return lot.draw("%s, play %d, %d".formatted(purpose, attempt, next(purpose)));
    }

    /** Counts, from 1; for each what there is a count of its own. */
    int next(String what) {
        return counters.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** A name like this one, unlike all others of this and other runs. */
    String uniqueName(String name) {
        return "%s-%s-%s"
                .formatted(
                        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                        theatre.runName(),
                        Long.toUnsignedString(lot(name), Character.MAX_RADIX));
    }

    /** A name like this one, unlike all others, and the same for all who want it in this round. */
    public String sharedName(String name) {
        return shared.computeIfAbsent(name, this::uniqueName);
    }

    Recorder recorder() {
        return recorder;
    }

    /** Whether any of its calls was waited for in vain. */
    boolean timedOut() {
        return history().stream()
                .anyMatch(
                        call ->
                                call.outcome() instanceof Outcome.Unknown(Outcome.Cause cause, _)
                                        && cause == Outcome.Cause.TIMED_OUT);
    }

    /** Why its calls did not meet, where that is known. */
    public @Nullable String missed() {
        return missed;
    }

    void missed(String reason) {
        missed = reason;
    }

    /** Why it has no world, or not all of it, so that it cannot be judged; null if it has one. */
    public @Nullable Unprepared unprepared() {
        return unprepared;
    }

    void unprepared(Unprepared reason) {
        unprepared = reason;
    }

    /** Whether the gallery says that it is well, if it can say so; not part of the history. */
    public boolean isAnybodyThere() {
        return theatre.wellbeing().isGood();
    }

    /** After a call without an answer: is the gallery there at all? */
    void askAfterHealth() throws GateClosed {
        Gallery.Sender visitor = new Gallery.Sender(0, null);
        Operation ask = new Operation.CheckHealth();
        try {
            Gallery.Reply reply = theatre.gallery().send(visitor, ask, null);
            recorder.record(Phase.THEN, WATCH, 0, false, ask, reply);
        } catch (NotOffered dumb) {
            // Nobody will know whether it was away; the call without an answer stays what it is.
            return;
        }
    }
}
