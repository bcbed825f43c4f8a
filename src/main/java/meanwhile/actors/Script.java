package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import meanwhile.language.GateClosed;
import meanwhile.language.Role;
import org.jspecify.annotations.Nullable;

/**
 * The actions of an example: the preparation of its world and its steps, executed round after
 * round, each in a fresh world.
 */
public final class Script {
    /** How often a round whose calls did not overlap is attempted at most. */
    private static final int REPEATS = 3;

    /**
     * How many rounds with timeouts, or failed preparations in a row, before the gallery is given
     * up.
     */
    private static final int PATIENCE = 3;

    /** The result is checked after this many rounds, or after this long. */
    private static final int A_FEW = 8;

    private static final Duration A_WHILE = Duration.ofSeconds(2);

    /** Plays of another kind are numbered after all attempts at a round. */
    private static final int AFTER_ATTEMPTS = 1000;

    private final List<ActorTask> preparations = new ArrayList<>();
    private final List<ScriptStep> steps = new ArrayList<>();
    private final Map<String, Role> claims = new HashMap<>();
    private String example = "";
    private final List<Round> played = new CopyOnWriteArrayList<>();
    private int rounds = 1;
    private int most = Integer.MAX_VALUE;
    private Effort effort = Effort.NORMAL;
    private @Nullable Cast crowd;

    /** Sets the example that this is the script of: its random numbers depend on it. */
    public void of(String place) {
        example = place;
    }

    /** Adds to the preparation of the world. */
    public void given(ActorTask task) {
        preparations.add(task);
    }

    /** Lets this member claim at sign-up to be more than a member. */
    public void claims(String member, Role role) {
        claims.put(member, role);
    }

    /** Adds a step in which one actor does something. */
    public void solo(ActorTask task) {
        steps.add(new ScriptStep.Solo(task));
    }

    /** Adds a step in which one actor starts something. */
    public void start(ActorTask task) {
        steps.add(new ScriptStep.Start(task));
    }

    /**
     * Adds a step that happens while a started task goes on.
     *
     * @throws IllegalArgumentException if nothing was started
     */
    public void meanwhile(ActorTask task) {
        if (steps.stream().noneMatch(ScriptStep.Start.class::isInstance)) {
            throw new IllegalArgumentException(
                    "“meanwhile” needs something that was started before, with “starts”");
        }
        steps.add(new ScriptStep.Meanwhile(task));
    }

    /**
     * Adds a step in which several actors act at the same moment.
     *
     * @throws IllegalArgumentException if fewer than two take part, or in a second such step
     */
    public void together(List<ActorTask> tasks) {
        addMoment(new ScriptStep.Together(tasks));
    }

    /**
     * Adds a step in which, in each round, two of several actors act at the same moment.
     *
     * @throws IllegalArgumentException if they are fewer than two, or in a second such step
     */
    public void anyTwo(List<ActorTask> tasks) {
        addMoment(new ScriptStep.AnyTwo(tasks));
    }

    private void addMoment(ScriptStep moment) {
        if (moment.tasks().size() < 2) {
            throw new IllegalArgumentException("“at the same moment” needs at least two rows");
        }
        if (steps.stream().anyMatch(Script::isMoment)) {
            throw new IllegalArgumentException("an example has one “at the same moment” only");
        }
        steps.add(moment);
    }

    private static boolean isMoment(ScriptStep step) {
        return step instanceof ScriptStep.Together || step instanceof ScriptStep.AnyTwo;
    }

    /**
     * Adds the arrival of a crowd.
     *
     * @param within the time in which all of them arrive
     */
    public void crowd(List<ActorTask> tasks, Duration within) {
        steps.add(new ScriptStep.Crowd(tasks, within));
    }

    /** Sets the number of rounds. */
    public void times(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("at least 1 time over, not " + number);
        }
        rounds = number;
    }

    /** Sets how many rounds are played at most, whatever the example asks for. */
    public void atMost(int number) {
        most = number;
    }

    /** Sets how often races are tried. */
    public void with(Effort other) {
        effort = other;
    }

    /** The number of rounds. */
    public int rounds() {
        return Math.min(races() ? effort.rounds(rounds) : rounds, most);
    }

    /** The example that this is the script of. */
    public String example() {
        return example;
    }

    /** All attempts at the rounds that have ended. */
    public List<Round> played() {
        return List.copyOf(played);
    }

    /** How long the crowds of all rounds take to arrive. */
    public Duration arrivals() {
        return steps.stream()
                .map(
                        step ->
                                step instanceof ScriptStep.Crowd(_, Duration within)
                                        ? within
                                        : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus)
                .multipliedBy(rounds());
    }

    /** Whether it claims that calls happen at the same moment, or meanwhile. */
    public boolean races() {
        return steps.stream().anyMatch(step -> isMoment(step) || step instanceof ScriptStep.Start);
    }

    /** Called after each round with the number of rounds done and their total. */
    @FunctionalInterface
    public interface Progress {
        void played(int done, int of);
    }

    /** Asked now and then about the rounds since the last time it was asked. */
    @FunctionalInterface
    public interface Enough {
        boolean seenIn(List<Round> fresh);
    }

    /** Executes all rounds. */
    public List<Round> play(RunContext run, CastPool crowds, Progress progress) throws GateClosed {
        return play(run, crowds, progress, _ -> false);
    }

    /**
     * Executes all rounds, or stops early when the result is known. A round whose calls did not
     * overlap is repeated; every attempt is returned, so that none escapes judgement. A round whose
     * world could not be prepared is not judged, and the others are. A gallery that fails to answer
     * again and again is given up: the remaining rounds are not executed.
     *
     * @param crowds lends this example its crowd; {@link #end} gives it back
     */
    public List<Round> play(RunContext run, CastPool crowds, Progress progress, Enough enough)
            throws GateClosed {
        if (crowd == null) {
            crowd = crowds.lend();
        }
        int late = 0;
        int unprepared = 0;
        int asked = 0;
        long lastAsked = System.nanoTime();
        for (int number = 1; number <= rounds() && late < PATIENCE; number++) {
            played.addAll(playUntilMet(run, crowd, number));
            Round last = played.getLast();
            late += last.timedOut() ? 1 : 0;
            unprepared = last.unprepared() == null ? 0 : unprepared + 1;
            progress.played(number, rounds());
            if (unprepared == PATIENCE || (unprepared > 0 && last.timedOut())) {
                break;
            }
            boolean due = number % A_FEW == 0 || System.nanoTime() - lastAsked > A_WHILE.toNanos();
            if (due && number < rounds()) {
                if (enough.seenIn(List.copyOf(played.subList(asked, played.size())))) {
                    break;
                }
                asked = played.size();
                lastAsked = System.nanoTime();
            }
        }
        return played();
    }

    /** All attempts at one round. */
    private List<Round> playUntilMet(RunContext run, Cast crowd, int number) throws GateClosed {
        int most = run.oneAfterAnother() ? 1 : 1 + REPEATS;
        List<Round> plays = new ArrayList<>();
        boolean over = false;
        for (int attempt = 1; attempt <= most && !over; attempt++) {
            Round round = player().play(run, crowd, number, attempt);
            plays.add(round);
            over = round.collided() || round.unprepared() != null;
        }
        return plays;
    }

    private ScriptPlayer player() {
        return new ScriptPlayer(example, preparations, steps, claims);
    }

    /**
     * Plays a round once more, in a world of its own, in which the calls of its moment come one
     * after another. It is no round of the example: nobody judges it.
     *
     * @param like the round whose drawn data, doors and rows are used
     * @param play tells such plays apart, from 1
     * @throws IllegalStateException before the rounds were played
     */
    public Round playInOrder(Round like, Order order, int play) throws GateClosed {
        Cast members = crowd;
        if (members == null) {
            throw new IllegalStateException("no round was played yet");
        }
        return player().playInOrder(
                        like.run(), members, like.number(), AFTER_ATTEMPTS + play, order);
    }

    /** What happens at the same moment in a round, if nothing else is under way then. */
    public Moment moment(Round round) {
        boolean alone =
                steps.stream().allMatch(step -> isMoment(step) || step instanceof ScriptStep.Solo);
        return new Moment(
                steps.stream()
                        .filter(step -> alone && isMoment(step))
                        .flatMap(step -> step.tasks(round.run().seed(), round.number()).stream())
                        .toList());
    }

    /** Ends the example and returns its crowd to the pool. */
    public void end(CastPool crowds) {
        if (crowd != null) {
            crowds.takeBack(crowd);
            crowd = null;
        }
    }
}
