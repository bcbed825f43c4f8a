package meanwhile.steps;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.actors.Round;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.check.contract.ContractJudge;
import meanwhile.language.Capability;

/**
 * Judges every round of every example by the gallery's own contract. Where too much happens at once
 * to try all orders, it says nothing: the clauses themselves judge that.
 */
public final class GalleryContract {
    private static final String CLAUSE = "L3.1";
    private static final String SENTENCE = "every call keeps to the contract of an image";

    /** A search that takes longer is given up. */
    private static final long BUDGET = 10_000;

    /** Without these another contract would be right. */
    private static final Set<Capability> NEEDED =
            EnumSet.of(
                    Capability.ONE_VOTE_PER_MEMBER,
                    Capability.REPEATED_VOTE_STANDS,
                    Capability.SECOND_VOTE_ACCEPTED,
                    Capability.ONE_FAVOURITE_PER_MEMBER,
                    Capability.REPEATED_FAVOURITE_STANDS);

    private final RunServices run;
    private final PromisedTimes promised;
    private final ExampleClock clock;

    public GalleryContract(RunServices run, PromisedTimes promised, ExampleClock clock) {
        this.run = run;
        this.promised = promised;
        this.clock = clock;
    }

    /** What was found, after all rounds; nothing where nothing happened to an image. */
    List<Evidence.LawFinding> findings(List<Round> rounds) {
        if (!run.contract().isOfGallery()
                || run.context().gallery().lacks().stream().anyMatch(NEEDED::contains)) {
            return List.of();
        }
        Map<Integer, Verdict> found = new HashMap<>();
        for (int i = 0; i < rounds.size() && !clock.isOver(); i++) {
            Round round = rounds.get(i);
            if (round.unprepared() == null && !judge(round).judged(round.history()).isEmpty()) {
                Verdict verdict =
                        clock.ask(
                                () ->
                                        promised.allowing(
                                                round.history(),
                                                () -> judge(round).of(round.history())));
                if (!(verdict instanceof Verdict.Undecided)) {
                    found.put(i, verdict);
                }
                if (run.hasty() && verdict instanceof Verdict.Contradicted) {
                    break;
                }
            }
        }
        return found.isEmpty()
                ? List.of()
                : List.of(new Evidence.LawFinding(CLAUSE, SENTENCE, found));
    }

    private ContractJudge judge(Round round) {
        long propagation = promised.propagation().toNanos();
        return new ContractJudge(
                run.contract(),
                name -> name,
                round.world()::nameOf,
                Math.max(propagation, promised.totals().toNanos()),
                BUDGET);
    }
}
