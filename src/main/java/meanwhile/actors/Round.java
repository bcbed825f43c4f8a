package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Collision;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import meanwhile.language.Role;
import org.jspecify.annotations.Nullable;

/** One play of an example in a fresh world of its own, with everything that was called in it. */
public final class Round {
    private final RoundContext context;
    private final RoundCast cast;
    private final List<History> crowds = new ArrayList<>();
    private volatile @Nullable String missed;
    private volatile @Nullable Unprepared unprepared;

    /**
     * @param crowd the nameless
     * @param claims who says at the sign-up to be more than a member
     */
    Round(RoundContext context, Cast crowd, Map<String, Role> claims) {
        this.context = context;
        this.cast = new RoundCast(context, crowd, claims);
    }

    /** Which round it is, from 1. */
    public int number() {
        return context.number();
    }

    /** Which play of this round it is, from 1: a round whose calls did not meet is played again. */
    public int attempt() {
        return context.attempt();
    }

    public World world() {
        return context.world();
    }

    public RunContext run() {
        return context.run();
    }

    /** Everything that was called so far. */
    public History history() {
        return context.history();
    }

    /** Draws for a purpose: the same in each play of this round, with the same seed. */
    long draw(String purpose) {
        return context.draw(purpose);
    }

    /** A name like this one, unlike all others, and the same for all who want it in this round. */
    public String sharedName(String name) {
        return context.sharedName(name);
    }

    /** Whether what should have happened at the same moment, or meanwhile, did. */
    public boolean collided() {
        return unprepared == null
                && missed == null
                && (history().gated().isEmpty() || collision().met());
    }

    /** How its gated calls met. */
    public Collision collision() {
        return Collision.of(history());
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

    /** Whether any of its calls was waited for in vain. */
    boolean timedOut() {
        return history().stream()
                .anyMatch(
                        call ->
                                call.outcome() instanceof Outcome.Unknown(Outcome.Cause cause, _)
                                        && cause == Outcome.Cause.TIMED_OUT);
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
        long begin = from - run().origin();
        long end = until - run().origin();
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

    /**
     * Opens the sessions of all who will act.
     *
     * @throws NotOffered if they are more than the target's owner allows
     */
    void assemble(Set<ActorName> actors) throws GateClosed {
        cast.assemble(actors);
    }

    /** Somebody who acts, in their own session. */
    ActorSession session(ActorName actor, Phase phase, @Nullable Release release)
            throws GateClosed {
        return ActorSession.of(actor, cast, phase, release);
    }

    /** Somebody who looks at the outcome; their calls are not part of the action. */
    public ActorSession observer(ActorName actor) throws GateClosed {
        return session(actor, Phase.THEN, null);
    }

    /** The same somebody in the same session, once through each of the gallery's doors. */
    public List<ActorSession> observers(ActorName actor) throws GateClosed {
        ActorSession observer = observer(actor);
        List<ActorSession> observers = new ArrayList<>();
        for (int door = 0; door < run().doors(); door++) {
            observers.add(observer.through(door));
        }
        return observers;
    }

    /** The target's name for the member whom the feature calls so. */
    public MemberId member(String name) throws GateClosed {
        return cast.member(name);
    }

    /** Waits until so much time has passed since a moment of this round's history. */
    public void untilPassed(Duration time, long moment) {
        Retry.untilPassed(run().origin() + moment + time.toNanos());
    }

    /** Whether the gallery says that it is well, if it can say so; not part of the history. */
    public boolean isAnybodyThere() {
        return run().healthProbe().isGood();
    }
}
