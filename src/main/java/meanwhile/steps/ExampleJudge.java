package meanwhile.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import meanwhile.actors.Objection;
import meanwhile.actors.Round;
import meanwhile.actors.Script;
import meanwhile.actors.Unprepared;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Premise;
import meanwhile.check.SeenOperations;
import meanwhile.check.UnstatedLimits;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.GateClosed;
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
    private final List<Premise> seen = new ArrayList<>();
    private Premises premises = Premises.ALL_SEEN;
    private SeenOperations looks = new SeenOperations(Map.of());
    private final List<Evidence.LawFinding> laws = new ArrayList<>();
    private final Set<Round> silent = new HashSet<>();
    private boolean law;
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
     * Judges every attempt at every round. A contradiction does not fail the step: the questions
     * that follow are asked as well, and the example fails at its end.
     */
    public void ask(Question question) {
        ask(Premises.ALL_SEEN, question);
    }

    /**
     * The same for a question that speaks of what is refused, or not there.
     *
     * @param wanted what must have been seen for the question to mean anything
     */
    public void ask(Premises wanted, Question question) {
        looks = new SeenOperations(wanted.looks());
        premises = law ? premises : premises.and(wanted);
        List<Round> played = obstacle.noting(() -> played(question));
        List<Verdict> verdicts = new ArrayList<>();
        for (Round round : played) {
            Verdict known = early.remove(round);
            verdicts.add(known == null ? verdict(question, round) : known);
        }
        findings.add(new Evidence.Finding(CurrentStep.current(), verdicts));
        if (law) {
            laws.add(lawFinding(played, verdicts, wanted));
        } else {
            seen.addAll(looks.premisesWhereSent());
        }
        if (clock.isOver()) {
            obstacle.undecided(clock.reason());
        }
    }

    /**
     * Asks as about a law: where nothing happened of which it speaks, it holds, and the example
     * needs nothing more.
     */
    void asLaw(Runnable asking) {
        law = true;
        try {
            asking.run();
        } finally {
            law = false;
        }
    }

    /** What was found of the domain's laws. */
    List<Evidence.LawFinding> laws() {
        return laws;
    }

    /** Only of plays in which there was something of which the law speaks. */
    private Evidence.LawFinding lawFinding(
            List<Round> played, List<Verdict> verdicts, Premises wanted) {
        Map<Integer, Verdict> spoken = new HashMap<>();
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            Round round = played.get(i);
            if (verdict instanceof Verdict.Contradicted
                    || (!silent.contains(round) && wanted.areIn(round))) {
                spoken.put(i, verdict);
            }
        }
        silent.clear();
        return new Evidence.LawFinding("", CurrentStep.current(), spoken);
    }

    /** What must have been seen: in the action, and by each question's own looks. */
    List<Premise> premises() {
        SeenOperations action = new SeenOperations(premises.action());
        for (Round round : rounds()) {
            History history = round.history();
            action.add(round.number(), history.in(Phase.WHEN).calls(), history.calls());
        }
        Stream<Premise> subjects = premises.subjects().stream().map(one -> one.in(rounds()));
        return Stream.of(action.premises().stream(), seen.stream(), subjects)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    /** The first contradiction, as it is told; null if there is none. */
    @Nullable String contradiction() {
        for (Evidence.Finding finding : findings()) {
            for (int i = 0; i < finding.verdicts().size(); i++) {
                if (finding.verdicts().get(i) instanceof Verdict.Contradicted(CounterExample why)) {
                    Round round = rounds().get(i);
                    return "“%s”: contradicted in round %d of %d.%n%s"
                            .formatted(
                                    finding.question(),
                                    round.number(),
                                    script.rounds(),
                                    why.told(round.world()));
                }
            }
        }
        return null;
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

    /**
     * @param first is asked while rounds are still being executed, if one contradiction is enough;
     *     null if there is no question
     */
    private List<Round> played(@Nullable Question first) {
        if (rounds == null) {
            rounds = clock.play(() -> play(first));
            findings.addAll(objections(rounds));
        }
        return rounds;
    }

    /** What assertions in steps of the action say, each step with its verdicts. */
    private static List<Evidence.Finding> objections(List<Round> rounds) {
        return rounds.stream()
                .flatMap(round -> round.objections().stream())
                .map(Objection::step)
                .distinct()
                .map(
                        step ->
                                new Evidence.Finding(
                                        step,
                                        rounds.stream()
                                                .map(round -> verdict(step, round))
                                                .toList()))
                .toList();
    }

    private static Verdict verdict(String step, Round round) {
        return round.objections().stream()
                .filter(objection -> objection.step().equals(step))
                .findFirst()
                .map(one -> Verdict.contradicted(one.message(), one.calls(), "The step says so"))
                .orElseGet(Verdict::holds);
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
        int before = round.history().size();
        Verdict verdict =
                obstacle.noting(
                        () -> clock.ask(() -> outages.ask(round, () -> allowing(question, round))));
        List<Call> calls = round.history().calls();
        looks.add(
                round.number(),
                calls.stream()
                        .filter(call -> call.number() >= before)
                        .filter(call -> call.phase().compareTo(Phase.AUDIT) < 0)
                        .toList(),
                calls);
        return verdict;
    }

    private Verdict allowing(Question question, Round round) {
        Verdict verdict = promised.allowing(round.history(), () -> ask(question, round));
        return run.context().gallery().statesItsLimits() ? verdict : UnstatedLimits.excuse(verdict);
    }

    private Verdict ask(Question question, Round round) {
        Unprepared unprepared = round.unprepared();
        if (unprepared != null) {
            return new Verdict.Undecided(String.valueOf(unprepared.getMessage()));
        }
        try {
            return question.ask(round);
        } catch (Unprepared missing) {
            if (law) {
                silent.add(round);
                return Verdict.holds();
            }
            return new Verdict.Undecided(String.valueOf(missing.getMessage()));
        } catch (GateClosed closed) {
            throw new IllegalStateException("an observer arrived at a gate", closed);
        }
    }
}
