package meanwhile.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.language.Domain;

/** Asks after each example whether the laws of a declared domain hold, whatever it asks itself. */
public final class DomainLaws {
    private final Wording wording;
    private final ExampleJudge judge;
    private final Obstacle obstacle;
    private final List<Object> questions;
    private final List<String> laws;

    public DomainLaws(
            RunServices run,
            ExampleJudge judge,
            Obstacle obstacle,
            DeclaredQuestions deeds,
            DeclaredFactQuestions facts,
            DeclaredOrderQuestions orders,
            DeclaredSightQuestions sights,
            DeclaredEventQuestions events,
            ContractSteps contract) {
        this.wording = run.wording();
        this.judge = judge;
        this.obstacle = obstacle;
        questions = List.of(deeds, facts, orders, sights, events, contract);
        laws =
                Stream.concat(
                                wording.domain().laws().stream().map(Domain.Law::sentence),
                                run.contract().isEmpty() || run.contract().isOfGallery()
                                        ? Stream.of()
                                        : Stream.of(ContractSteps.KEPT))
                        .toList();
    }

    /** Asks about all laws that speak of what the example made. */
    void ask() {
        if (obstacle.verdict() != null || judge.findings().isEmpty()) {
            return;
        }
        Set<String> asked =
                judge.findings().stream()
                        .map(Evidence.Finding::question)
                        .collect(Collectors.toSet());
        for (String law : laws) {
            if (asked.contains(law)) {
                continue; // the example itself
            }
            Phrases.Said said = RowPhrases.of(wording).questions().resolve(law);
            CurrentStep.saying(law, () -> judge.asLaw(() -> said.to(asking(said))));
        }
    }

    /** What was found of each law, whether as a law or because the example itself asks it. */
    List<Evidence.LawFinding> findings() {
        List<Evidence.LawFinding> all = new ArrayList<>(judge.laws());
        Set<String> known =
                all.stream().map(Evidence.LawFinding::sentence).collect(Collectors.toSet());
        for (Evidence.Finding finding : judge.findings()) {
            if (laws.contains(finding.question()) && !known.contains(finding.question())) {
                Map<Integer, Verdict> verdicts = new HashMap<>();
                for (int i = 0; i < finding.verdicts().size(); i++) {
                    verdicts.put(i, finding.verdicts().get(i));
                }
                all.add(new Evidence.LawFinding("", finding.question(), verdicts));
            }
        }
        return all;
    }

    /** The object of the class that asks it. */
    private Object asking(Phrases.Said said) {
        return questions.stream()
                .filter(said.method().getDeclaringClass()::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said.phrase() + " is no law"));
    }
}
