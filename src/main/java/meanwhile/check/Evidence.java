package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanwhile.history.Collision;
import meanwhile.history.History;
import org.jspecify.annotations.Nullable;

/**
 * Holds all that one example has to show for itself: what was played, what was asked, and the
 * verdicts.
 *
 * @param feature the feature file, relative to the features' folder
 * @param line the example's line there
 * @param races whether the example claims that things happen at the same moment, or meanwhile
 * @param wanted how many rounds were asked for
 * @param plays every play of every round, in order
 * @param findings every question, in order, with a verdict on each play
 * @param trouble what kept the example from being played or judged to its end; null if nothing
 * @param took from the first step to the last
 */
public record Evidence(
        String feature,
        int line,
        boolean races,
        int wanted,
        List<Play> plays,
        List<Finding> findings,
        @Nullable Verdict trouble,
        Duration took) {

    /** Of the rounds wanted at least this share must have met, or the example is undecided. */
    public static final double ENOUGH = 0.5;

    public Evidence {
        plays = List.copyOf(plays);
        findings = List.copyOf(findings);
    }

    /**
     * One play of a round.
     *
     * @param round which round, from 1
     * @param attempt which play of it, from 1
     * @param collided whether what should have met did
     * @param missed why not, where that is known
     * @param collision how the gated calls met
     * @param history everything that was called
     * @param names the feature's names by identifier
     */
    public record Play(
            int round,
            int attempt,
            boolean collided,
            @Nullable String missed,
            Collision collision,
            History history,
            Map<String, String> names) {}

    /**
     * A question and its answers.
     *
     * @param question the words of the step that asked it
     * @param verdicts one for each play, in the same order
     */
    public record Finding(String question, List<Verdict> verdicts) {
        public Finding {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The verdict on one play: the worst of all answers to it. */
    public Verdict verdictOf(int play) {
        List<Verdict> all = new ArrayList<>();
        for (Finding finding : findings) {
            all.add(finding.verdicts().get(play));
        }
        return Verdict.worst(all);
    }

    /** The example's verdict: contradicted if any play is, undecided if too few rounds met. */
    public Verdict verdict() {
        List<Verdict> all = new ArrayList<>();
        findings.forEach(finding -> all.addAll(finding.verdicts()));
        if (trouble != null) {
            all.add(trouble);
        } else if (findings.isEmpty()) {
            all.add(new Verdict.Undecided("nothing was asked"));
        } else if (played() < wanted) {
            all.add(
                    new Verdict.Undecided(
                            "only %d of %d rounds were played: the gallery did not answer"
                                    .formatted(played(), wanted)));
        } else if (races && collided() < ENOUGH * wanted) {
            all.add(
                    new Verdict.Undecided(
                            "only %d of %d rounds really met%s"
                                    .formatted(collided(), wanted, reason())));
        }
        return Verdict.worst(all);
    }

    private int played() {
        return (int) plays.stream().map(Play::round).distinct().count();
    }

    /** In how many rounds the calls really met. */
    public int collided() {
        return (int) plays.stream().filter(Play::collided).map(Play::round).distinct().count();
    }

    /** How many plays were repetitions, because the calls of the play before had not met. */
    public int repeated() {
        return (int) plays.stream().filter(play -> play.attempt() > 1).count();
    }

    /** How many rounds were contradicted in any play. */
    public int contradicted() {
        return rounds(Verdict.Contradicted.class);
    }

    /** How many rounds held in the play that counts for them, and in no play were contradicted. */
    public int held() {
        int held = 0;
        for (int round = 1; round <= wanted; round++) {
            held += holds(round) ? 1 : 0;
        }
        return held;
    }

    /** Its rounds in words: one that was contradicted is never hidden behind those that held. */
    public String score() {
        return score(contradicted(), held(), wanted);
    }

    /** The same of several examples together. */
    public static String score(int contradicted, int held, int wanted) {
        return contradicted > 0
                ? "contradicted in %d of %d rounds".formatted(contradicted, wanted)
                : "held in %d of %d rounds".formatted(held, wanted);
    }

    /** How many calls were made in all. */
    public int operations() {
        return plays.stream().mapToInt(play -> play.history().size()).sum();
    }

    /** How many of them ended without a definite answer. */
    public int unknown() {
        return (int)
                plays.stream()
                        .flatMap(play -> play.history().stream())
                        .filter(call -> !call.outcome().isDefinite())
                        .count();
    }

    private boolean holds(int round) {
        boolean met = false;
        for (int i = 0; i < plays.size(); i++) {
            if (plays.get(i).round() == round) {
                met |= !races || plays.get(i).collided();
                if (!(verdictOf(i) instanceof Verdict.Holds)) {
                    return false;
                }
            }
        }
        return met;
    }

    private int rounds(Class<? extends Verdict> kind) {
        return (int)
                java.util.stream.IntStream.range(0, plays.size())
                        .filter(play -> kind.isInstance(verdictOf(play)))
                        .map(play -> plays.get(play).round())
                        .distinct()
                        .count();
    }

    private String reason() {
        return plays.stream()
                .filter(play -> play.missed() != null)
                .map(play -> ": " + play.missed())
                .findFirst()
                .orElse(alone() ? ": no two calls came as far as their last request" : "");
    }

    /** Only the last request of an operation is held at the gate; who is refused before is not. */
    private boolean alone() {
        return plays.stream()
                .noneMatch(play -> play.collided() || play.history().gated().size() > 1);
    }
}
