package meanwhile.suite.explore;

import java.util.LinkedHashSet;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.Evidence;
import meanwhile.check.Verdict;
import meanwhile.report.data.Report;
import meanwhile.report.data.ReportCompiler;

/**
 * What came of playing a program.
 *
 * @param rounds how many were played
 * @param contradicted in how many of them something was contradicted
 * @param broken the laws and questions that were contradicted
 * @param subjects the same with what each contradiction is about
 * @param standing the verdict
 * @param story the first contradiction, as it is told; empty if there is none
 */
record PlayedProgram(
        Program program,
        int rounds,
        int contradicted,
        Set<String> broken,
        Set<String> subjects,
        Report.Standing standing,
        String story) {
    PlayedProgram {
        broken = Set.copyOf(broken);
        subjects = Set.copyOf(subjects);
    }

    /** What each contradiction is about. */
    static Set<String> subjects(Evidence evidence) {
        Set<String> subjects = new LinkedHashSet<>();
        evidence.broken().forEach(law -> subjects.add(law.sentence()));
        for (Evidence.Finding finding : evidence.findings()) {
            for (Verdict verdict : finding.verdicts()) {
                if (verdict instanceof Verdict.Contradicted(CounterExample why)) {
                    subjects.add(subject(finding.question(), why));
                }
            }
        }
        return subjects;
    }

    static PlayedProgram of(Program program, Evidence evidence, Report.Standing standing) {
        Set<String> broken = new LinkedHashSet<>();
        evidence.broken().forEach(law -> broken.add(law.sentence()));
        String story = "";
        for (Evidence.Finding finding : evidence.findings()) {
            for (int i = 0; i < finding.verdicts().size(); i++) {
                if (finding.verdicts().get(i) instanceof Verdict.Contradicted(CounterExample why)) {
                    broken.add(finding.question());
                    Evidence.Play play = evidence.plays().get(i);
                    story = story.isEmpty() ? why.told(ReportCompiler.naming(play)) : story;
                }
            }
        }
        return new PlayedProgram(
                program,
                evidence.wanted(),
                evidence.contradicted(),
                broken,
                subjects(evidence),
                standing,
                story);
    }

    /** That it is not as if one after another is said of many things; of which, its story says. */
    private static String subject(String question, CounterExample why) {
        return question.equals(Program.AS_IF)
                ? why.expected().substring(0, why.expected().indexOf("”: "))
                : question;
    }

    /** Whether anything was contradicted. */
    boolean isFound() {
        return contradicted > 0;
    }

    /** Whether it shows something that another one shows too. */
    boolean showsSomeOf(PlayedProgram other) {
        return broken.stream().anyMatch(other.broken::contains);
    }
}
