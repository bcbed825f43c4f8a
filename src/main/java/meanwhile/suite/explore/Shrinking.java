package meanwhile.suite.explore;

import java.util.List;

/**
 * Shrinks what was found: it tries all programs that are smaller by one actor or one action, as
 * often as the found rate demands, and goes on from one that still shows it, until none does. That
 * is delta debugging (A. Zeller and R. Hildebrandt, Simplifying and isolating failure-inducing
 * input, 2002), one element at a time, as in QuickCheck.
 */
final class Shrinking {
    /** A smaller program that shows it as often is missed with this probability. */
    private static final double MISSED = 0.05;

    private static final int MOST_ROUNDS = 16;

    private final ProgramPlayer player;
    private final long seed;

    Shrinking(ProgramPlayer player, long seed) {
        this.player = player;
        this.seed = seed;
    }

    /** The smallest program reached that shows something that this one shows. */
    PlayedProgram shrink(PlayedProgram found) {
        PlayedProgram smallest = found;
        boolean shrunk = true;
        while (shrunk) {
            List<Program> smaller = smallest.program().smaller();
            PlayedProgram from = smallest;
            shrunk = false;
            if (!smaller.isEmpty()) {
                PlayedProgram next =
                        player.play(smaller, rounds(from), seed).stream()
                                .filter(one -> one.isFound() && one.showsSomeOf(from))
                                .findFirst()
                                .orElse(null);
                shrunk = next != null;
                smallest = next == null ? smallest : next;
            }
        }
        return smallest;
    }

    /** As many rounds as show it again, if it shows as often as here. */
    static int rounds(PlayedProgram found) {
        double rate = (double) found.contradicted() / Math.max(1, found.rounds());
        if (rate >= 1) {
            return 2;
        }
        int needed = (int) Math.ceil(Math.log(MISSED) / Math.log(1 - rate));
        return Math.clamp(needed, 2, MOST_ROUNDS);
    }
}
