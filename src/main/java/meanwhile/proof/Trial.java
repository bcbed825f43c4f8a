package meanwhile.proof;

import java.util.List;

/**
 * One trial and what came of it.
 *
 * @param kind of trial
 * @param name what was planted; empty if nothing was
 * @param seed of the run
 * @param at when it began, in ISO-8601
 * @param seconds it took, with starting the gallery
 * @param judged the clauses that were judged
 * @param undecided those of them of which it could not be told
 * @param catches the examples that were contradicted
 */
public record Trial(
        Subject.Kind kind,
        String name,
        long seed,
        String at,
        double seconds,
        List<String> judged,
        List<String> undecided,
        List<Catch> catches) {
    public Trial {
        judged = List.copyOf(judged);
        undecided = List.copyOf(undecided);
        catches = List.copyOf(catches);
    }

    /**
     * An example that was contradicted.
     *
     * @param clause whose example it is
     * @param example its name
     * @param seconds it took
     * @param thens the Then phrases that contradicted, as their definitions word them
     */
    public record Catch(String clause, String example, double seconds, List<String> thens) {
        public Catch {
            thens = List.copyOf(thens);
        }
    }

    /**
     * Whether it speaks against the suite: a defect was missed by all clauses meant for it, or
     * something that keeps every promise was accused.
     */
    public boolean fails(List<Subject> subjects) {
        return switch (kind) {
            case DEFECT ->
                    subjects.stream()
                            .filter(subject -> subject.isOf(this))
                            .noneMatch(subject -> caughtBy(subject.clauses()));
            case DECOY, SOUND -> !catches.isEmpty();
            case SEQUENTIAL, MUTANT -> false;
        };
    }

    /** Whether one of these clauses was contradicted. */
    boolean caughtBy(List<String> clauses) {
        return catches.stream().anyMatch(one -> clauses.contains(one.clause()));
    }
}
