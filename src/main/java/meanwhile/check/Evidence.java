package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanwhile.history.Collision;
import meanwhile.history.History;
import org.jspecify.annotations.Nullable;

/**
 * Holds everything recorded about one example: its rounds, its questions and the verdicts.
 *
 * @param feature the feature file, relative to the features' folder
 * @param line the example's line there
 * @param races whether the example claims that things happen at the same moment, or meanwhile
 * @param wanted the number of rounds asked for
 * @param plays every play of every round, in order
 * @param findings every question, in order, with a verdict on each play
 * @param premises what must have been seen for the questions to mean anything
 * @param laws what was found of laws that are always true, when all was quiet
 * @param trouble what kept the example from being played or judged to its end; null if nothing did
 * @param took the time from the first step to the last
 */
public record Evidence(
        String feature,
        int line,
        boolean races,
        int wanted,
        List<Play> plays,
        List<Finding> findings,
        List<Premise> premises,
        List<LawFinding> laws,
        @Nullable Verdict trouble,
        Duration took) {

    /** The share of the rounds that must have met; with fewer the example is undecided. */
    public static final double ENOUGH = 0.5;

    public Evidence {
        plays = List.copyOf(plays);
        findings = List.copyOf(findings);
        premises = List.copyOf(premises);
        laws = List.copyOf(laws);
    }

    /** Evidence without premises and laws, as of a look-back over the whole run. */
    public Evidence(
            String feature,
            int line,
            boolean races,
            int wanted,
            List<Play> plays,
            List<Finding> findings,
            @Nullable Verdict trouble,
            Duration took) {
        this(feature, line, races, wanted, plays, findings, List.of(), List.of(), trouble, took);
    }

    /**
     * One play of a round.
     *
     * @param round the number of the round, from 1
     * @param attempt the number of this play within the round, from 1
     * @param collided whether the calls that should have met did meet
     * @param missed why they did not meet, where that is known
     * @param collision how the gated calls met
     * @param history every call
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

    /**
     * What was found of a law.
     *
     * @param clause the clause that promises it; empty if the target's own domain does
     * @param sentence the law in words
     * @param verdicts by the index of the play; only of plays after which somebody looked at what
     *     the law speaks of
     */
    public record LawFinding(String clause, String sentence, Map<Integer, Verdict> verdicts) {
        public LawFinding {
            verdicts = Map.copyOf(verdicts);
        }

        /** The worst verdict on any play. */
        public Verdict verdict() {
            return Verdict.worst(verdicts.values());
        }
    }

    /** The findings of laws that are broken. */
    public List<LawFinding> broken() {
        return laws.stream().filter(law -> law.verdict() instanceof Verdict.Contradicted).toList();
    }

    /** The same plays as evidence of one law alone, which is asked like any other question. */
    public Evidence of(LawFinding law) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < plays.size(); i++) {
            verdicts.add(law.verdicts().getOrDefault(i, Verdict.holds()));
        }
        return new Evidence(
                feature,
                line,
                races,
                wanted,
                plays,
                List.of(new Finding(law.sentence(), verdicts)),
                null,
                took);
    }

    /** The verdict on one play: the worst answer to any question. */
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
                            "only %d of %d rounds were played: the server did not answer"
                                    .formatted(played(), wanted)));
        } else if (races && collided() < ENOUGH * wanted) {
            all.add(
                    new Verdict.Undecided(
                            "only %d of %d rounds really met%s"
                                    .formatted(collided(), wanted, reason())));
        } else {
            premises.stream()
                    .filter(Premise::isMissing)
                    .map(premise -> new Verdict.Undecided(premise.describe()))
                    .forEach(all::add);
        }
        return Verdict.worst(all);
    }

    /** What was seen in some rounds only, in words. */
    public List<String> partial() {
        return premises.stream().filter(Premise::isPartial).map(Premise::describe).toList();
    }

    private int played() {
        return (int) plays.stream().map(Play::round).distinct().count();
    }

    /** The number of rounds in which the calls really met. */
    public int collided() {
        return (int) plays.stream().filter(Play::collided).map(Play::round).distinct().count();
    }

    /** The number of plays that repeat a round whose calls had not met. */
    public int repeated() {
        return (int) plays.stream().filter(play -> play.attempt() > 1).count();
    }

    /** The number of rounds that were contradicted in any play. */
    public int contradicted() {
        return rounds(Verdict.Contradicted.class);
    }

    /** The number of rounds that held in the play that counts, and were contradicted in none. */
    public int held() {
        int held = 0;
        for (int round = 1; round <= wanted; round++) {
            held += holds(round) ? 1 : 0;
        }
        return held;
    }

    /** The rounds in words: a contradicted round is never hidden behind those that held. */
    public String score() {
        return score(contradicted(), held(), wanted);
    }

    /** The same for several examples together. */
    public static String score(int contradicted, int held, int wanted) {
        return contradicted > 0
                ? "contradicted in %d of %d rounds".formatted(contradicted, wanted)
                : "held in %d of %d rounds".formatted(held, wanted);
    }

    /** The number of calls. */
    public int operations() {
        return plays.stream().mapToInt(play -> play.history().size()).sum();
    }

    /** The number of calls that ended without a definite answer. */
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

    /**
     * The gate holds only the last request of an operation: a call refused earlier never meets it.
     */
    private boolean alone() {
        return plays.stream()
                .noneMatch(play -> play.collided() || play.history().gated().size() > 1);
    }
}
