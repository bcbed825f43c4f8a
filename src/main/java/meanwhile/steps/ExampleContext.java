package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import meanwhile.actors.ActorTask;
import meanwhile.actors.Baseline;
import meanwhile.actors.PictureFactory;
import meanwhile.actors.Round;
import meanwhile.actors.Script;
import meanwhile.actors.Task;
import meanwhile.actors.Unprepared;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.check.VoteTotals;
import meanwhile.history.Call;
import meanwhile.language.ActorName;
import meanwhile.language.Capability;
import meanwhile.language.GateClosed;
import meanwhile.language.NotOffered;
import meanwhile.language.Promises;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * One example on stage. Given steps write the recipe of its world, When steps write the script, and
 * the first Then step plays all rounds; each Then asks its question of every one of them.
 */
public final class ExampleContext {
    private final RunServices run = RunServices.current();
    private final Script script = new Script();
    private final List<Evidence.Finding> findings = new ArrayList<>();
    private final Map<Class<?>, Object> memory = new HashMap<>();
    private final Map<Round, Verdict> early = new HashMap<>();
    private final OutageGuard absence = new OutageGuard();
    private final LoadAllowance leeway =
            new LoadAllowance(run.bystanders()::share, run.theatre().origin());
    private long entered;
    private boolean onStage;
    private @Nullable List<Round> rounds;
    private @Nullable Verdict trouble;
    private @Nullable List<ActorTask> collecting;

    /** A question to one round: it may look at the gallery, and then judges the history. */
    @FunctionalInterface
    public interface Question {
        Verdict ask(Round round) throws GateClosed;
    }

    /**
     * Waits until this example's turn has come.
     *
     * @throws TestAbortedException if it never comes, because enough has been seen
     */
    void enter(String place) throws InterruptedException {
        script.of(place);
        onStage = run.programme().enter(place);
        if (!onStage) {
            throw new TestAbortedException("enough has been seen without it");
        }
        entered = System.nanoTime();
    }

    /** Makes room for the next example. */
    void leave(String place) {
        if (!onStage) {
            return;
        }
        script.end(run.crowds());
        run.programme().leave(place);
    }

    /** Keeps something that a later step of the example asks for, one of each type. */
    <T> void remember(Class<T> type, T what) {
        memory.put(type, what);
    }

    /**
     * What an earlier step kept.
     *
     * @throws IllegalStateException if none did
     */
    <T> T recall(Class<T> type) {
        Object what = memory.get(type);
        if (what == null) {
            throw new IllegalStateException(
                    "this step needs an earlier one that gives a " + type.getSimpleName());
        }
        return type.cast(what);
    }

    /** Part of the recipe of the world. */
    void given(ActorName actor, Task deed) {
        script.given(new ActorTask(actor, deed));
    }

    /**
     * Somebody does something: a row of a table if one is being read, a step of its own otherwise.
     */
    void attempts(ActorName actor, Task deed) {
        ActorTask part = new ActorTask(actor, deed);
        if (collecting != null) {
            collecting.add(part);
        } else {
            script.solo(part);
        }
    }

    /** Somebody starts something that goes on while others act. */
    void starts(ActorName actor, Task deed) {
        script.start(new ActorTask(actor, deed));
    }

    /** Reads rows: what they attempt becomes a list of parts instead of steps of the script. */
    List<ActorTask> collect(Runnable rows) {
        List<ActorTask> parts = new ArrayList<>();
        collecting = parts;
        try {
            rows.run();
        } finally {
            collecting = null;
        }
        return parts;
    }

    Script script() {
        return script;
    }

    /** Everything that was played in this run before. */
    List<Evidence> soFar() {
        return run.soFar().get();
    }

    /** What the gallery held open before the examples. */
    Baseline baseline() {
        return run.baseline();
    }

    Promises.Pressure pressure() {
        return leeway.of(run.theatre().promises().pressure());
    }

    Duration processing() {
        return leeway.of(run.theatre().promises().processing());
    }

    Duration propagation() {
        return leeway.of(run.theatre().promises().propagation());
    }

    Duration totals() {
        return leeway.of(run.theatre().promises().totals());
    }

    /** Whether this machine was too busy to blame the gallery for how long a call took. */
    boolean isExcused(Call call) {
        return leeway.isExcused(call);
    }

    Duration answer() {
        return leeway.of(run.theatre().promises().answer());
    }

    /** What counts as one vote on the target. */
    VoteTotals.Counting counting() {
        return run.theatre().gallery().lacks().contains(Capability.ONE_VOTE_PER_MEMBER)
                ? VoteTotals.Counting.EACH
                : VoteTotals.Counting.PER_MEMBER;
    }

    /** The example makes no sense on a target that lacks this. */
    void needs(Capability capability) {
        if (run.theatre().gallery().lacks().contains(capability)) {
            trouble = new Verdict.NotOffered("the target " + capability.lacked());
            throw new TestAbortedException(capability.lacked());
        }
    }

    /** Who sends a damaged file expects that somebody finds out. */
    void needsToLookInto(PictureFactory.Kind kind) {
        if (kind == PictureFactory.Kind.DAMAGED) {
            needs(Capability.LOOKS_INTO_PICTURES);
        }
    }

    /**
     * Asks the question of every play of every round. A contradiction fails the step, and with it
     * Cucumber passes over those that follow, unless the run is thorough.
     */
    void judge(Question question) {
        List<Round> played = guarded(() -> played(question));
        List<Verdict> verdicts = new ArrayList<>();
        for (Round round : played) {
            Verdict known = early.remove(round);
            verdicts.add(known == null ? verdict(question, round) : known);
        }
        findings.add(new Evidence.Finding(CurrentStep.current(), verdicts));
        for (int i = 0; i < verdicts.size(); i++) {
            if (!run.thorough()
                    && verdicts.get(i) instanceof Verdict.Contradicted(CounterExample why)) {
                Assertions.fail(
                        "Contradicted in round %d of %d.%n%s",
                        played.get(i).number(), script.rounds(), why.told(played.get(i).world()));
            }
        }
    }

    /**
     * Ends the example: hands over its evidence.
     *
     * @throws UndecidedException if it is undecided
     * @throws TestAbortedException if the target does not offer what it needs
     */
    void close(String feature, int line, @Nullable String failure) {
        if (!onStage) {
            return;
        }
        if (rounds == null && trouble == null && failure == null) {
            guarded(() -> played(null));
        }
        if (trouble == null && failure != null && !contradicted()) {
            trouble = new Verdict.Undecided(failure);
        }
        Evidence evidence = evidence(feature, line);
        run.evidence().accept(evidence);
        if (failure != null) {
            return;
        }
        switch (evidence.verdict()) {
            case Verdict.Undecided(String reason) -> throw new UndecidedException(reason);
            case Verdict.NotOffered(String reason) -> throw new TestAbortedException(reason);
            case Verdict.Holds _, Verdict.Contradicted _ -> {}
        }
    }

    private boolean contradicted() {
        return findings.stream()
                .flatMap(finding -> finding.verdicts().stream())
                .anyMatch(Verdict.Contradicted.class::isInstance);
    }

    /**
     * @param first asked already while rounds are played, if a contradiction is enough; null if
     *     nothing is asked
     */
    private List<Round> played(@Nullable Question first) {
        if (rounds == null) {
            try {
                rounds =
                        script.play(
                                run.theatre(),
                                run.crowds(),
                                run.progress(),
                                fresh -> run.hasty() && isContradicted(first, fresh));
            } catch (GateClosed closed) {
                throw new UndecidedException(String.valueOf(closed.getMessage()));
            }
        }
        return rounds;
    }

    private boolean isContradicted(@Nullable Question first, List<Round> fresh) {
        if (first == null) {
            return false;
        }
        fresh.forEach(round -> early.put(round, verdict(first, round)));
        return fresh.stream().map(early::get).anyMatch(Verdict.Contradicted.class::isInstance);
    }

    private Verdict verdict(Question question, Round round) {
        return guarded(() -> absence.ask(round, () -> allowing(question, round)));
    }

    private Verdict allowing(Question question, Round round) {
        return leeway.allowing(round.history(), () -> ask(question, round));
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
            throw new IllegalStateException("an observer met a gate", closed);
        }
    }

    /** Notes what keeps the example from being judged, and lets it through to Cucumber. */
    private <T> T guarded(Supplier<T> action) {
        try {
            return action.get();
        } catch (NotOffered missing) {
            trouble = new Verdict.NotOffered(String.valueOf(missing.getMessage()));
            throw new TestAbortedException(missing.getMessage());
        } catch (RuntimeException failed) {
            trouble = new Verdict.Undecided(String.valueOf(failed.getMessage()));
            throw failed;
        }
    }

    private Evidence evidence(String feature, int line) {
        List<Evidence.Play> plays = new ArrayList<>();
        for (Round round : rounds == null ? List.<Round>of() : rounds) {
            plays.add(
                    new Evidence.Play(
                            round.number(),
                            round.attempt(),
                            round.collided(),
                            round.missed(),
                            round.collision(),
                            round.history(),
                            round.world().names()));
        }
        return new Evidence(
                feature,
                line,
                script.races(),
                script.rounds(),
                plays,
                complete(plays.size()),
                trouble,
                Duration.ofNanos(System.nanoTime() - entered));
    }

    /** A question that broke off has no verdict on the later plays: it is not a finding. */
    private List<Evidence.Finding> complete(int plays) {
        return findings.stream().filter(finding -> finding.verdicts().size() == plays).toList();
    }
}
