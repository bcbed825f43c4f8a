package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Collision;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import meanwhile.language.Role;
import org.jspecify.annotations.Nullable;

/** One attempt at a round of an example, in a fresh world, with all its calls. */
public final class Round {
    private final RoundContext context;
    private final RoundCast cast;
    private final List<History> crowds = new ArrayList<>();
    private volatile @Nullable String missed;
    private volatile @Nullable Unprepared unprepared;
    private @Nullable Order order;
    private @Nullable Turns turns;

    /**
     * @param crowd the anonymous members
     * @param claims the members who claim at sign-up to be more than a member
     */
    Round(RoundContext context, Cast crowd, Map<String, Role> claims) {
        this.context = context;
        this.cast = new RoundCast(context, crowd, claims);
    }

    /** Lets the calls of its moment come one after another, in this order. */
    Round inOrder(Order one) {
        order = one;
        return this;
    }

    /** The order in which the calls of its moment come one after another; null if they meet. */
    @Nullable Order order() {
        return order;
    }

    void turns(Turns all) {
        turns = all;
    }

    /**
     * How many calls each actor of its moment made, in the order of the rows; empty if they met.
     */
    public List<Integer> callsInTurn() {
        return turns == null ? List.of() : Arrays.stream(turns.sent()).boxed().toList();
    }

    /** The number of the round, from 1. */
    public int number() {
        return context.number();
    }

    /** The number of the attempt, from 1: a round whose calls did not overlap is repeated. */
    public int attempt() {
        return context.attempt();
    }

    public World world() {
        return context.world();
    }

    public RunContext run() {
        return context.run();
    }

    /** All calls so far. */
    public History history() {
        return context.history();
    }

    /**
     * Draws a random number for a purpose: the same in each attempt at this round with one seed.
     */
    long draw(String purpose) {
        return context.draw(purpose);
    }

    /** A unique name like this one; the same for all who ask for it in this round. */
    public String sharedName(String name) {
        return context.sharedName(name);
    }

    /** The assertions that failed while actors acted. */
    public List<Objection> objections() {
        return context.objections();
    }

    /** Whether everything of it has been deleted by calls that are not in its history. */
    public boolean isTakenAway() {
        return context.isTakenAway();
    }

    /** Whether the calls that should have overlapped did. */
    public boolean collided() {
        return unprepared == null
                && missed == null
                && (history().gated().isEmpty() || collision().met());
    }

    /** How the gated calls overlapped. */
    public Collision collision() {
        return Collision.of(history());
    }

    /** Why the calls did not overlap, if that is known. */
    public @Nullable String missed() {
        return missed;
    }

    void missed(String reason) {
        missed = reason;
    }

    /** Why the world could not be prepared, so that the round cannot be judged; null if it was. */
    public @Nullable Unprepared unprepared() {
        return unprepared;
    }

    void unprepared(Unprepared reason) {
        unprepared = reason;
    }

    /** Whether any of its calls timed out. */
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
     * @param which the crowd's number in the round, from 1
     */
    public History crowd(int which) {
        if (crowds.size() < Math.max(1, which)) {
            throw new Unprepared("the question speaks of a crowd, and no crowd arrived");
        }
        return crowds.get(which - 1);
    }

    /** The number of crowds in this round. */
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
     * Opens the sessions of all actors.
     *
     * @throws NotOffered if they are more than the target's owner allows
     */
    void assemble(Set<ActorName> actors) throws GateClosed {
        cast.assemble(actors);
    }

    /** Returns an actor in their own session. */
    ActorSession session(ActorName actor, Phase phase, @Nullable Release release)
            throws GateClosed {
        return ActorSession.of(actor, cast, phase, release);
    }

    /** Returns an actor who reads the outcome; their calls are not part of the action. */
    public ActorSession observer(ActorName actor) throws GateClosed {
        return session(actor, Phase.THEN, null);
    }

    /** Returns an actor who looks when all is quiet; their calls are judged by laws alone. */
    public ActorSession auditor(ActorName actor) throws GateClosed {
        return session(actor, Phase.AUDIT, null);
    }

    /** Returns the same actor in the same session, once through each of the gallery's addresses. */
    public List<ActorSession> observers(ActorName actor) throws GateClosed {
        ActorSession observer = observer(actor);
        List<ActorSession> observers = new ArrayList<>();
        for (int door = 0; door < run().doors(); door++) {
            observers.add(observer.through(door));
        }
        return observers;
    }

    /** Returns the target's id for the feature's member. */
    public MemberId member(String name) throws GateClosed {
        return cast.member(name);
    }

    /** What is heard of it from now on comes too late to be judged. */
    public void judged() {
        run().elsewhere().judged(context.recorder());
    }

    /**
     * What the target has asked of others since the round began that belongs to no round. Another
     * round may be told later that it is its own, so each is waited for as long as an answer may
     * take.
     *
     * @param event the name of the event
     */
    public List<Gallery.Heard> strays(String event) {
        long begun = history().stream().mapToLong(call -> call.times().begun()).min().orElse(0);
        long limit = run().promises().answer().toNanos();
        return Retry.until(
                strays ->
                        strays.stream()
                                .allMatch(
                                        stray -> System.nanoTime() - stray.reply().ended() > limit),
                run().promises().answer(),
                () -> run().elsewhere().straysSince(event, run().origin() + begun));
    }

    /** Waits until this time has passed since a moment of this round's history. */
    public void untilPassed(Duration time, long moment) {
        Retry.untilPassed(run().origin() + moment + time.toNanos());
    }

    /** Waits for this time. */
    public void pause(Duration time) {
        Retry.untilPassed(System.nanoTime() + time.toNanos());
    }

    /** Whether this time has passed since a moment of this round's history. */
    public boolean hasPassed(Duration time, long moment) {
        return System.nanoTime() - (run().origin() + moment + time.toNanos()) >= 0;
    }

    /** Whether the gallery reports that it is healthy, if it can; not part of the history. */
    public boolean isAnybodyThere() {
        return run().healthProbe().isGood();
    }
}
