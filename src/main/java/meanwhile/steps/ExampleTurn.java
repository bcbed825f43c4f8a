package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import meanwhile.actors.Round;
import meanwhile.actors.Script;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The turn of one example: begins when the scheduler admits it and ends with its evidence. */
public final class ExampleTurn {
    private final RunServices run;
    private final Script script;
    private final ExampleJudge judge;
    private final Obstacle obstacle;
    private final Audit audit;
    private final DomainLaws laws;
    private final GalleryContract contract;
    private long entered;
    private boolean hasTurn;

    public ExampleTurn(
            RunServices run,
            Script script,
            ExampleJudge judge,
            Obstacle obstacle,
            Audit audit,
            DomainLaws laws,
            GalleryContract contract) {
        this.run = run;
        this.script = script;
        this.judge = judge;
        this.obstacle = obstacle;
        this.audit = audit;
        this.laws = laws;
        this.contract = contract;
    }

    /**
     * Waits for this example's turn.
     *
     * @throws TestAbortedException if it is skipped, because the result is already known
     */
    void enter(String place) throws InterruptedException {
        script.of(place);
        script.atMost(run.mostRounds());
        script.with(run.effort());
        hasTurn = run.scheduler().enter(place);
        if (!hasTurn) {
            throw new TestAbortedException("skipped: the result is already known");
        }
        entered = System.nanoTime();
    }

    /** Makes room for the next example. */
    void leave(String place) {
        if (!hasTurn) {
            return;
        }
        script.end(run.crowds());
        run.scheduler().leave(place);
    }

    /**
     * Ends the example and hands over its evidence.
     *
     * @throws AssertionError if it is contradicted
     * @throws UndecidedException if it is undecided
     * @throws TestAbortedException if the target does not offer what it needs
     */
    void close(String feature, int line, @Nullable String failure) {
        if (!hasTurn) {
            return;
        }
        if (!judge.hasPlayed() && obstacle.verdict() == null && failure == null) {
            judge.playUnasked();
        }
        if (obstacle.verdict() == null && failure != null && judge.contradiction() == null) {
            obstacle.undecided(failure);
        }
        laws.ask();
        judge.rounds().forEach(Round::judged);
        List<Evidence.LawFinding> lasting = new ArrayList<>(audit.after(judge.rounds()));
        lasting.addAll(laws.findings());
        lasting.addAll(contract.findings(judge.rounds()));
        Evidence evidence = evidence(feature, line, lasting);
        run.evidence().accept(evidence);
        if (failure != null) {
            return;
        }
        switch (evidence.verdict()) {
            case Verdict.Undecided(String reason) -> throw new UndecidedException(reason);
            case Verdict.NotOffered(String reason) -> throw new TestAbortedException(reason);
            case Verdict.Contradicted _ -> Assertions.fail(judge.contradiction());
            case Verdict.Holds _ -> keepsLaws(evidence);
        }
    }

    /** The example itself holds, but the example's play shows that something else does not. */
    private static void keepsLaws(Evidence evidence) {
        for (Evidence.LawFinding law : evidence.broken()) {
            Assertions.fail("%s: “%s” is contradicted", law.clause(), law.sentence());
        }
    }

    private Evidence evidence(String feature, int line, List<Evidence.LawFinding> laws) {
        List<Evidence.Play> plays = judge.rounds().stream().map(ExampleTurn::play).toList();
        return new Evidence(
                feature,
                line,
                script.races(),
                script.rounds(),
                plays,
                judge.findings(),
                judge.premises(),
                laws,
                obstacle.verdict(),
                Duration.ofNanos(System.nanoTime() - entered));
    }

    private static Evidence.Play play(Round round) {
        return new Evidence.Play(
                round.number(),
                round.attempt(),
                round.collided(),
                round.missed(),
                round.collision(),
                round.history(),
                round.world().names());
    }
}
