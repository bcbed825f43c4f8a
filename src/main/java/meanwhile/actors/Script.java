package meanwhile.actors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an example plays: a recipe for its world and the acts upon it, played round after round,
 * each in a fresh world.
 */
public final class Script {
    /** A round whose calls did not meet is played again, at most this often. */
    private static final int REPEATS = 3;

    /**
     * After so many rounds in which calls timed out, or in a row that could not be prepared, the
     * gallery is not waited for any longer.
     */
    private static final int PATIENCE = 3;

    /** So many rounds, or this long, are played between two looks at whether enough was seen. */
    private static final int A_FEW = 8;

    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private final List<ActorTask> recipe = new ArrayList<>();
    private final List<ScriptStep> acts = new ArrayList<>();
    private final Map<String, Role> claims = new HashMap<>();
    private String example = "";
    private int rounds = 1;
    private @Nullable Cast crowd;

    /** What it is the script of: all that is drawn by lot depends on it. */
    public void of(String place) {
        example = place;
    }

    /** Adds to the recipe of the world. */
    public void given(ActorTask part) {
        recipe.add(part);
    }

    /** Whoever this is says at the sign-up to be more than a member. */
    public void claims(String member, Role role) {
        claims.put(member, role);
    }

    /** Then somebody does something. */
    public void solo(ActorTask part) {
        acts.add(new ScriptStep.Solo(part));
    }

    /** Then somebody starts something. */
    public void start(ActorTask part) {
        acts.add(new ScriptStep.Start(part));
    }

    /**
     * While that goes on, somebody does something.
     *
     * @throws IllegalArgumentException if nothing was started
     */
    public void meanwhile(ActorTask part) {
        if (acts.stream().noneMatch(ScriptStep.Start.class::isInstance)) {
            throw new IllegalArgumentException(
                    "“meanwhile” needs something that was started before, with “starts”");
        }
        acts.add(new ScriptStep.Meanwhile(part));
    }

    /**
     * Then several do something at the same moment.
     *
     * @throws IllegalArgumentException if fewer than two take part, or in a second such act
     */
    public void together(List<ActorTask> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("“at the same moment” needs at least two rows");
        }
        if (acts.stream().anyMatch(ScriptStep.Together.class::isInstance)) {
            throw new IllegalArgumentException("an example has one “at the same moment” only");
        }
        acts.add(new ScriptStep.Together(parts));
    }

    /**
     * Then a crowd arrives.
     *
     * @param within the time in which all of them arrive
     */
    public void crowd(List<ActorTask> parts, Duration within) {
        acts.add(new ScriptStep.Crowd(parts, within));
    }

    /** How many rounds are played. */
    public void times(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("at least 1 time over, not " + number);
        }
        rounds = number;
    }

    /** How many rounds were asked for. */
    public int rounds() {
        return rounds;
    }

    /** Whether it claims that things happen at the same moment, or meanwhile. */
    public boolean races() {
        return acts.stream()
                .anyMatch(
                        act ->
                                act instanceof ScriptStep.Together
                                        || act instanceof ScriptStep.Start);
    }

    /** Told after each round: how many of how many. */
    @FunctionalInterface
    public interface Progress {
        void played(int done, int of);
    }

    /** Asked now and then about the rounds that were played since it was asked last. */
    @FunctionalInterface
    public interface Enough {
        boolean seenIn(List<Round> fresh);
    }

    /** Plays all rounds. */
    public List<Round> play(RunContext theatre, Progress progress) throws GateClosed {
        return play(theatre, progress, _ -> false);
    }

    /**
     * Plays all rounds, or until enough was seen. A round whose calls did not meet is played again;
     * every play is returned, so that none escapes judgement. A round whose world could not be made
     * is not judged, and the others are. A gallery that again and again does not answer is given
     * up: the rounds that are left are not played.
     */
    public List<Round> play(RunContext theatre, Progress progress, Enough enough)
            throws GateClosed {
        if (crowd == null) {
            crowd = theatre.lendCrowd();
        }
        List<Round> played = new ArrayList<>();
        boolean repeat = !theatre.oneAfterAnother();
        int late = 0;
        int unprepared = 0;
        int asked = 0;
        long lastAsked = System.nanoTime();
        for (int number = 1; number <= rounds && late < PATIENCE; number++) {
            for (int attempt = 1; attempt <= 1 + REPEATS; attempt++) {
                Round round = new Round(theatre, crowd, claims, example, number, attempt);
                played.add(round);
                play(round);
                if (round.collided() || round.unprepared() != null || !repeat) {
                    break;
                }
            }
            Round last = played.getLast();
            late += last.timedOut() ? 1 : 0;
            unprepared = last.unprepared() == null ? 0 : unprepared + 1;
            progress.played(number, rounds);
            if (unprepared == PATIENCE || (unprepared > 0 && last.timedOut())) {
                break;
            }
            boolean due = number % A_FEW == 0 || System.nanoTime() - lastAsked > A_WHILE.toNanos();
            if (due && number < rounds) {
                if (enough.seenIn(List.copyOf(played.subList(asked, played.size())))) {
                    break;
                }
                asked = played.size();
                lastAsked = System.nanoTime();
            }
        }
        return played;
    }

    /** Ends the example: its crowd is free for another. */
    public void end(RunContext theatre) {
        if (crowd != null) {
            theatre.takeBack(crowd);
            crowd = null;
        }
    }

    private Set<ActorName> actors() {
        Set<ActorName> actors = new LinkedHashSet<>();
        recipe.forEach(part -> actors.add(part.actor()));
        for (ScriptStep act : acts) {
            switch (act) {
                case ScriptStep.Solo(ActorTask part) -> actors.add(part.actor());
                case ScriptStep.Start(ActorTask part) -> actors.add(part.actor());
                case ScriptStep.Meanwhile(ActorTask part) -> actors.add(part.actor());
                case ScriptStep.Together(List<ActorTask> parts) ->
                        parts.forEach(part -> actors.add(part.actor()));
                case ScriptStep.Crowd(List<ActorTask> parts, _) ->
                        parts.forEach(part -> actors.add(part.actor()));
            }
        }
        return actors;
    }

    private void play(Round round) throws GateClosed {
        try {
            perform(round);
        } catch (Unprepared failed) {
            round.unprepared(failed);
        }
    }

    private void perform(Round round) throws GateClosed {
        round.assemble(actors());
        for (ActorTask part : recipe) {
            part.deed().perform(round.performer(part.actor(), Phase.GIVEN, null));
        }
        try (RoundExecutor scene = new RoundExecutor(round)) {
            for (ScriptStep act : acts) {
                scene.enter(act);
            }
        } catch (GateClosed closed) {
            round.missed(String.valueOf(closed.getMessage()));
        }
    }
}
