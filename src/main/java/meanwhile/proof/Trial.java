package meanwhile.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trial and its result.
 *
 * @param kind of trial
 * @param name the planted change; empty if there was none
 * @param seed of the run
 * @param at when it began, in ISO-8601
 * @param seconds its duration, including the start of the gallery
 * @param whole whether every clause was played; if not, the trial ended with the first
 *     contradiction
 * @param windowMicros the width of the race windows in microseconds; null if each defect had its
 *     own
 * @param inert whether the planted change never had anything to change
 * @param judged the clauses that were judged
 * @param undecided the clauses left undecided
 * @param catches the examples that were contradicted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trial(
        Subject.Kind kind,
        String name,
        long seed,
        String at,
        double seconds,
        boolean whole,
        @Nullable Integer windowMicros,
        boolean inert,
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
     * @param why why it was contradicted; null if a planted defect explains it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Catch(
            String clause,
            String example,
            double seconds,
            List<String> thens,
            @Nullable String why) {
        public Catch {
            thens = List.copyOf(thens);
        }

        /** The name of the example in the report. */
        String title() {
            return clause + " " + example;
        }
    }

    /**
     * Whether it counts against the suite: all clauses meant for a defect missed it, a subject that
     * keeps every promise was accused, or a defect that should need a race was caught without one.
     */
    public boolean fails(List<Subject> subjects) {
        if (kind.isSound()) {
            return !catches.isEmpty();
        }
        return kind == Subject.Kind.DEFECT
                && subjects.stream()
                        .filter(this::isOn)
                        .noneMatch(subject -> caughtBy(subject.clauses()));
    }

    /** Whether it is a trial of this subject. */
    public boolean isOn(Subject subject) {
        return kind == subject.kind() && name.equals(subject.name());
    }

    /** Whether one of these clauses was contradicted. */
    boolean caughtBy(List<String> clauses) {
        return catches.stream().anyMatch(one -> clauses.contains(one.clause()));
    }
}
