package meanwhile.suite.run;

import java.util.ArrayList;
import java.util.List;
import meanwhile.actors.ActorTask;
import meanwhile.actors.CastPool;
import meanwhile.actors.Round;
import meanwhile.actors.RunContext;
import meanwhile.actors.Script;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;

/**
 * Measures the run itself: how often three-way races make a deliberately racy counter lose an
 * update, without an added delay. On a machine where it never does, a verdict that something holds
 * is worth little.
 *
 * @param caught the number of rounds in which an update was lost
 * @param rounds the number of rounds
 */
record Canary(int caught, int rounds) {
    private static final int ROUNDS = 30;
    private static final int PARTY = 3;

    /** Becomes the name of a new counter in each attempt. */
    private static final String KEY = "canary";

    /**
     * Races on the target's canary counter.
     *
     * @throws NotOffered if the target has none
     */
    static Canary measure(RunContext context, CastPool crowds) {
        requireOffered(context);
        Script script = new Script();
        script.times(ROUNDS);
        List<ActorTask> parts = new ArrayList<>();
        for (int i = 1; i <= PARTY; i++) {
            parts.add(
                    new ActorTask(
                            new ActorName("member " + i, null),
                            me -> me.does(new Operation.TapCanary(me.sharedName(KEY)))));
        }
        script.together(parts);
        try {
            int caught = 0;
            List<Round> played = script.play(context, crowds, (_, _) -> {});
            for (Round round : played) {
                caught += lostOne(round) ? 1 : 0;
            }
            return new Canary(caught, played.size());
        } catch (GateClosed closed) {
            throw new IllegalStateException("an observer arrived at a gate", closed);
        } finally {
            script.end(crowds);
        }
    }

    /** Checked first: without a canary no member need sign up for it. */
    private static void requireOffered(RunContext context) {
        context.gallery()
                .send(new Gallery.Sender(0, null), new Operation.ReadCanary(context.runName()));
    }

    /** The result in words, as a report shows it. */
    String words() {
        return "caught in %d of %d".formatted(caught, rounds);
    }

    private static boolean lostOne(Round round) throws GateClosed {
        long taps =
                round.history().of(Operation.TapCanary.class).stream()
                        .filter(Call::accepted)
                        .count();
        Call look =
                round.observer(ActorName.ONLOOKER)
                        .does(new Operation.ReadCanary(round.sharedName(KEY)));
        Answer.CanarySeen seen = look.answer(Answer.CanarySeen.class);
        return seen != null && seen.value() < taps;
    }
}
