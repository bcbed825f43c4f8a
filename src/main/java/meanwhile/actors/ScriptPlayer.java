package meanwhile.actors;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.GateClosed;
import meanwhile.language.Role;

/**
 * Plays single rounds of a script, each in a fresh world.
 *
 * @param example the example that it is the script of
 * @param claims the members who claim at sign-up to be more than a member
 */
record ScriptPlayer(
        String example,
        List<ActorTask> preparations,
        List<ScriptStep> steps,
        Map<String, Role> claims) {
    /** Plays one attempt at a round of the example. */
    Round play(RunContext run, Cast crowd, int number, int attempt) throws GateClosed {
        Round round = round(run, crowd, number, attempt);
        play(round);
        return round;
    }

    /** Does the same, with the calls of the moment one after another. */
    Round playInOrder(RunContext run, Cast crowd, int number, int attempt, Order order)
            throws GateClosed {
        Round round = round(run, crowd, number, attempt).inOrder(order);
        play(round);
        return round;
    }

    private Round round(RunContext run, Cast crowd, int number, int attempt) {
        return new Round(new RoundContext(run, example, number, attempt), crowd, claims);
    }

    private void play(Round round) throws GateClosed {
        try {
            perform(round);
        } catch (Unprepared failed) {
            round.unprepared(failed);
        }
    }

    private void perform(Round round) throws GateClosed {
        round.assemble(actors(round));
        for (ActorTask prepared : preparations) {
            prepared.task().perform(round.session(prepared.actor(), Phase.GIVEN, null));
        }
        try (RoundExecutor executor = new RoundExecutor(round)) {
            for (ScriptStep step : steps) {
                executor.execute(step);
            }
        } catch (GateClosed closed) {
            round.missed(String.valueOf(closed.getMessage()));
        }
    }

    private Set<ActorName> actors(Round round) {
        Set<ActorName> actors = new LinkedHashSet<>();
        preparations.forEach(prepared -> actors.add(prepared.actor()));
        for (ScriptStep step : steps) {
            step.tasks(round.run().seed(), round.number()).forEach(one -> actors.add(one.actor()));
        }
        return actors;
    }
}
