package meanwhile.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meanwhile.actors.Round;
import meanwhile.actors.Script;
import meanwhile.actors.Unprepared;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.language.GateClosed;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Judges an example by its Then steps: the first one executes all rounds of the script, and each
 * one judges every round.
 */
public final class ExampleJudge {
    private final RunServices run;
    private final Script script;
    private final PromisedTimes promised;
    private final Obstacle obstacle;
    private final ExampleClock clock;
    private final OutageGuard outages = new OutageGuard();
    private final List<Evidence.Finding> findings = new ArrayList<>();
    private final Map<Round, Verdict> early = new HashMap<>();
    private @Nullable List<Round> rounds;

    /** A question about one round: it may read from the gallery, and then judges the history. */
    @FunctionalInterface
    public interface Question {
        Verdict ask(Round round) throws GateClosed;
    }

    public ExampleJudge(
            RunServices run,
            Script script,
            PromisedTimes promised,
            Obstacle obstacle,
            ExampleClock clock) {
        this.run = run;
        this.script = script;
        this.promised = promised;
        this.obstacle = obstacle;
        this.clock = clock;
    }

    /**
     * Judges every attempt at every round. A contradiction fails the step, so that Cucumber skips
     * the steps that follow, unless the run is thorough.
     */
    void ask(Question question) {
        List<Round> played = obstacle.noting(() -> played(question));
        List<Verdict> verdicts = new ArrayList<>();
        for (Round round : played) {
            Verdict known = early.remove(round);
            verdicts.add(known == null ? verdict(question, round) : known);
        }
        findings.add(new Evidence.Finding(CurrentStep.current(), verdicts));
        if (clock.isOver()) {
            obstacle.undecided(clock.reason());
        }
        for (int i = 0; i < verdicts.size(); i++) {
            if (!run.thorough()
                    && verdicts.get(i) instanceof Verdict.Contradicted(CounterExample why)) {
                Assertions.fail(
                        "Contradicted in round %d of %d.%n%s",
                        played.get(i).number(), script.rounds(), why.told(played.get(i).world()));
            }
        }
    }

    /** Executes the rounds of an example without a Then step. */
    void playUnasked() {
        obstacle.noting(() -> played(null));
        if (clock.isOver()) {
            obstacle.undecided(clock.reason());
        }
    }

    /** Whether the rounds were executed. */
    boolean hasPlayed() {
        return rounds != null;
    }

    /** The executed rounds, possibly none. */
    List<Round> rounds() {
        return rounds == null ? List.of() : rounds;
    }

    /**
     * The findings of the Then steps. A question that broke off has no verdict on the remaining
     * attempts and yields no finding.
     */
    List<Evidence.Finding> findings() {
        return findings.stream()
                .filter(finding -> finding.verdicts().size() == rounds().size())
                .toList();
    }

    /** Whether any finding is a contradiction. */
    boolean hasContradicted() {
        return findings.stream()
                .flatMap(finding -> finding.verdicts().stream())
                .anyMatch(Verdict.Contradicted.class::isInstance);
    }

    /**
     * @param first is asked while rounds are still being executed, if one contradiction is enough;
     *     null if there is no question
     */
    private List<Round> played(@Nullable Question first) {
        if (rounds == null) {
            rounds = clock.play(() -> play(first));
        }
        return rounds;
    }

    private List<Round> play(@Nullable Question first) {
        try {
            return script.play(
                    run.context(),
                    run.crowds(),
                    run.progress(),
                    fresh -> run.hasty() && isContradicted(first, fresh));
        } catch (GateClosed closed) {
            throw new UndecidedException(String.valueOf(closed.getMessage()));
        }
    }

    private boolean isContradicted(@Nullable Question first, List<Round> fresh) {
        if (first == null) {
            return false;
        }
        fresh.forEach(round -> early.put(round, verdict(first, round)));
        return fresh.stream().map(early::get).anyMatch(Verdict.Contradicted.class::isInstance);
    }

    private Verdict verdict(Question question, Round round) {
        return obstacle.noting(
                () -> clock.ask(() -> outages.ask(round, () -> allowing(question, round))));
    }

    private Verdict allowing(Question question, Round round) {
        return promised.allowing(round.history(), () -> ask(question, round));
    }

    private static Verdict ask(Question question, Round round) {
        Unprepared unprepared = round.unprepared();
        if (unprepared != null) {
            return new Verdict.Undecided(String.valueOf(unprepared.getMessage()));
        }
        try {
            return question.ask(round);
        } catch (Unprepared missing) {
            return new Verdict.Undecided(String.valueOf(missing.getMessage()));
        } catch (GateClosed closed) {
            throw new IllegalStateException("an observer arrived at a gate", closed);
        }
    }
}
