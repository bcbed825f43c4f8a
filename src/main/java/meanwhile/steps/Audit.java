package meanwhile.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.actors.Round;
import meanwhile.actors.Unprepared;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.check.law.Law;
import meanwhile.check.law.Laws;
import meanwhile.check.law.QuietWorld;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;

/**
 * Looks, after an example's rounds, at everything that their calls could have touched, and judges
 * every law that applies, whatever the example itself asks. After a few rounds it looks at
 * everything, after the others at the images' records alone: those cost one call each.
 */
public final class Audit {
    /** After so many rounds of an example everything is read. */
    private static final int WHOLE = 2;

    /** Looks again after this time, twice this time, and so on. */
    private static final Duration FIRST = Duration.ofMillis(250);

    /** However busy the machine is, what is still broken after this time is broken. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final RunServices run;
    private final PromisedTimes promised;
    private final ExampleClock clock;
    private final Map<Round, Map<Law, Verdict>> asked = new HashMap<>();

    public Audit(RunServices run, PromisedTimes promised, ExampleClock clock) {
        this.run = run;
        this.promised = promised;
        this.clock = clock;
    }

    /** Judges all laws after one round, as the question of an example; the worst verdict counts. */
    Verdict everythingAddsUp(Round round) {
        if (round.isTakenAway()) {
            return new Verdict.Undecided("everything had been taken away before it was looked at");
        }
        Map<Law, Verdict> found = settled(round, AuditLooks.Scope.ALL);
        asked.put(round, found);
        List<Verdict> offered =
                found.values().stream()
                        .filter(verdict -> !(verdict instanceof Verdict.NotOffered))
                        .toList();
        return offered.isEmpty()
                ? new Verdict.Undecided("nothing could be read that tells whether it adds up")
                : Verdict.worst(offered);
    }

    /** Judges all laws after all rounds; a law of which nothing was seen is left out. */
    List<Evidence.LawFinding> after(List<Round> rounds) {
        Set<Integer> whole = whole(rounds);
        Map<Law, Map<Integer, Verdict>> found = new LinkedHashMap<>();
        for (int i = 0; i < rounds.size() && !clock.isOver(); i++) {
            Round round = rounds.get(i);
            AuditLooks.Scope scope =
                    whole.contains(i) ? AuditLooks.Scope.ALL : AuditLooks.Scope.RECORDS;
            if (round.unprepared() == null && !round.isTakenAway() && usesGallery(round)) {
                int play = i;
                Map<Law, Verdict> known = asked.get(round);
                (known == null ? after(round, scope) : known)
                        .forEach(
                                (law, verdict) ->
                                        found.computeIfAbsent(law, _ -> new HashMap<>())
                                                .put(play, verdict));
            }
        }
        List<Evidence.LawFinding> findings = new ArrayList<>();
        found.forEach(
                (law, verdicts) ->
                        findings.add(
                                new Evidence.LawFinding(law.clause(), law.sentence(), verdicts)));
        return findings;
    }

    /** Whether anything was done that the laws of the gallery speak of. */
    static boolean usesGallery(Round round) {
        return round.history().stream()
                .map(Call::operation)
                .anyMatch(
                        operation ->
                                !(operation instanceof Operation.Declared
                                        || operation instanceof Operation.AccountWrite));
    }

    /** The first and the last of the rounds that met; if none did, the first. */
    private static Set<Integer> whole(List<Round> rounds) {
        List<Integer> met = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            if (rounds.get(i).collided()) {
                met.add(i);
            }
        }
        Set<Integer> whole = new HashSet<>();
        for (int i = 0; i < Math.min(WHOLE, met.size()); i++) {
            whole.add(i == 0 ? met.getFirst() : met.get(met.size() - i));
        }
        return whole.isEmpty() ? Set.of(0) : whole;
    }

    private Map<Law, Verdict> after(Round round, AuditLooks.Scope scope) {
        Map<Law, Verdict> found = new LinkedHashMap<>();
        Verdict worst =
                clock.ask(
                        () ->
                                promised.allowing(
                                        round.history(),
                                        () -> {
                                            found.clear();
                                            found.putAll(settled(round, scope));
                                            return Verdict.worst(found.values());
                                        }));
        if (!(worst instanceof Verdict.Contradicted)) {
            // What was slow only, while other programs took the processors, accuses nobody.
            found.values().removeIf(Verdict.Contradicted.class::isInstance);
        }
        return found;
    }

    /**
     * Looks, and where a law is broken looks again until the promised times have passed: what may
     * still be on its way breaks no law.
     */
    private Map<Law, Verdict> settled(Round round, AuditLooks.Scope scope) {
        Duration all = isProcessed(round.history()) ? delay().plus(promised.processing()) : delay();
        Duration most = all.compareTo(LONGEST) < 0 ? all : LONGEST;
        long last = lastWrite(round.history());
        Map<Law, Verdict> found = judged(round, scope);
        Duration time = FIRST;
        while (isBroken(found) && time.compareTo(most) < 0) {
            if (!round.hasPassed(time, last)) {
                round.untilPassed(time, last);
                found = judged(round, scope);
            }
            time = time.multipliedBy(2);
        }
        if (isBroken(found)) {
            round.untilPassed(most, last);
            found = judged(round, scope);
        }
        return found;
    }

    private static boolean isBroken(Map<Law, Verdict> found) {
        return found.values().stream().anyMatch(Verdict.Contradicted.class::isInstance);
    }

    private Duration delay() {
        Duration propagation = promised.propagation();
        Duration totals = promised.totals();
        return propagation.compareTo(totals) > 0 ? propagation : totals;
    }

    private static boolean isProcessed(History history) {
        return history.stream()
                .anyMatch(
                        call ->
                                call.operation() instanceof Operation.UploadImage
                                        || call.operation() instanceof Operation.ReplaceBytes);
    }

    static long lastWrite(History history) {
        return history.stream()
                .filter(call -> call.operation() instanceof Operation.Write)
                .mapToLong(call -> call.times().ended())
                .max()
                .orElse(0);
    }

    private Map<Law, Verdict> judged(Round round, AuditLooks.Scope scope) {
        int before = round.history().in(Phase.AUDIT).size();
        try {
            new AuditLooks(round, promised.processing()).take(scope);
        } catch (Unprepared cut) {
            // What was looked at until then is judged.
            return found(round, before);
        } catch (GateClosed closed) {
            throw new IllegalStateException("an auditor arrived at a gate", closed);
        }
        return found(round, before);
    }

    /**
     * Judges by the looks of one audit.
     *
     * @param before how many looks the audits before it took
     */
    private Map<Law, Verdict> found(Round round, int before) {
        List<Call> all = round.history().in(Phase.AUDIT).calls();
        QuietWorld world =
                new QuietWorld(
                        round.history(),
                        all.subList(before, all.size()),
                        run.context().gallery().lacks());
        Map<Law, Verdict> found = new LinkedHashMap<>();
        for (Law law : Laws.ALL) {
            Verdict verdict = law.in(world);
            if (!(verdict instanceof Verdict.Undecided)) {
                found.put(law, verdict);
            }
        }
        return found;
    }
}
