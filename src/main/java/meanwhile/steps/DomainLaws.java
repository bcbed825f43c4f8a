package meanwhile.steps;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.check.Evidence;
import meanwhile.language.Domain;

/** Asks after each example whether the laws of a declared domain hold, whatever it asks itself. */
public final class DomainLaws {
    private final Wording wording;
    private final ExampleJudge judge;
    private final Obstacle obstacle;
    private final List<Object> questions;

    public DomainLaws(
            RunServices run,
            ExampleJudge judge,
            Obstacle obstacle,
            DeclaredQuestions deeds,
            DeclaredFactQuestions facts,
            DeclaredOrderQuestions orders,
            DeclaredSightQuestions sights,
            DeclaredEventQuestions events) {
        this.wording = run.wording();
        this.judge = judge;
        this.obstacle = obstacle;
        questions = List.of(deeds, facts, orders, sights, events);
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
        for (Domain.Law law : wording.domain().laws()) {
            if (asked.contains(law.sentence())) {
                continue; // the example itself
            }
            Phrases.Said said = RowPhrases.of(wording).questions().resolve(law.sentence());
            CurrentStep.saying(law.sentence(), () -> judge.asLaw(() -> said.to(asking(said))));
        }
    }

    /** The object of the class that asks it. */
    private Object asking(Phrases.Said said) {
        return questions.stream()
                .filter(said.method().getDeclaringClass()::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said.phrase() + " is no law"));
    }
}
