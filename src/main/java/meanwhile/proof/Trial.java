package meanwhile.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One trial and its result.
 *
 * @param kind of trial
 * @param name the planted change; empty if there was none
 * @param seed of the run
 * @param program the digest of the suite that made it, with its gallery and features; null in logs
 *     of older suites
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
 * @param hollow what a hollow server led to; null for trials of other kinds
 * @param closed why the gallery of a mutant does not run; null if it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trial(
        Subject.Kind kind,
        String name,
        long seed,
        @Nullable String program,
        String at,
        double seconds,
        boolean whole,
        @Nullable Integer windowMicros,
        boolean inert,
        List<String> judged,
        List<String> undecided,
        List<Catch> catches,
        @Nullable Hollow hollow,
        @Nullable String closed) {
    public Trial {
        judged = List.copyOf(judged);
        undecided = List.copyOf(undecided);
        catches = List.copyOf(catches);
    }

    /**
     * What the examples led to on a hollow server.
     *
     * @param verdicts the number of examples by the word of their verdict
     * @param held those that held
     */
    public record Hollow(Map<String, Integer> verdicts, List<Held> held) {
        public Hollow {
            verdicts = new TreeMap<>(verdicts);
            held = List.copyOf(held);
        }
    }

    /**
     * An example that held on a hollow server.
     *
     * @param clause whose example it is
     * @param example its name
     * @param seen the number of accepted calls by kind
     */
    public record Held(String clause, String example, Map<String, Integer> seen) {
        public Held {
            seen = new TreeMap<>(seen);
        }

        /** What was seen, for people: "cast-vote 4, read-image 2". */
        public String words() {
            return seen.entrySet().stream()
                    .map(one -> one.getKey() + "\u00a0" + one.getValue())
                    .collect(Collectors.joining(", "));
        }
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

    /** This trial and another of the same subject that continued it, as one. */
    public Trial continuedBy(Trial later) {
        return new Trial(
                kind,
                name,
                seed,
                program,
                at,
                Math.round((seconds + later.seconds) * 10) / 10.0,
                whole && later.whole,
                windowMicros,
                inert && later.inert,
                union(judged, later.judged),
                union(undecided, later.undecided),
                union(catches, later.catches),
                hollow,
                later.closed);
    }

    private static <T> List<T> union(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /**
     * Whether it counts against the suite: all clauses meant for a defect missed it, a subject that
     * keeps every promise was accused, a defect that should need a race was caught without one, or
     * an example held although not one call was accepted.
     */
    public boolean fails(List<Subject> subjects) {
        if (kind.isSound()) {
            return !catches.isEmpty();
        }
        if (hollow != null) {
            return hollow.held().stream().anyMatch(held -> held.seen().isEmpty());
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
