package meanwhile.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trial and what came of it.
 *
 * @param kind of trial
 * @param name what was planted; empty if nothing was
 * @param seed of the run
 * @param at when it began, in ISO-8601
 * @param seconds it took, with starting the gallery
 * @param whole whether every clause had its chance; if not, it ended with the first contradiction
 * @param windowMicros how wide the windows of races were, in microseconds; null if each was as its
 *     defect states
 * @param inert whether what was planted never had anything to change
 * @param judged the clauses that were judged
 * @param undecided those of them of which it could not be told
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
     * @param why what was said against it; null where that is of no interest, since something was
     *     planted that deserves it
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

        /** What the report calls the example. */
        String title() {
            return clause + " " + example;
        }
    }

    /**
     * Whether it speaks against the suite: a defect was missed by all clauses meant for it,
     * something that keeps every promise was accused, or what passes for a race was caught without
     * any.
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

    /** Whether it was made on this subject. */
    public boolean isOn(Subject subject) {
        return kind == subject.kind() && name.equals(subject.name());
    }

    /** Whether one of these clauses was contradicted. */
    boolean caughtBy(List<String> clauses) {
        return catches.stream().anyMatch(one -> clauses.contains(one.clause()));
    }
}
