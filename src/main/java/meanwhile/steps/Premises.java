package meanwhile.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meanwhile.actors.Round;
import meanwhile.check.Premise;
import meanwhile.check.SeenOperations;
import meanwhile.history.History;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/**
 * What a question needs to have seen. Every kind of operation must have been accepted in some
 * round, and every kind of list must have shown something; a question that speaks of a refusal, or
 * of a list that is empty, says so here.
 *
 * @param action outcomes of the action that count as seen too
 * @param looks the same for the question's own looks
 * @param subjects what else must have been there, in some round
 */
public record Premises(
        Map<Class<? extends Operation>, Predicate<Outcome>> action,
        Map<Class<? extends Operation>, Predicate<Outcome>> looks,
        List<Subject> subjects) {
    /** Everything must have been accepted, and every list must have shown something. */
    static final Premises ALL_SEEN = new Premises(Map.of(), Map.of(), List.of());

    /**
     * What a question speaks of.
     *
     * @param what as a sentence: "a deletion was accepted"
     * @param calls the calls of a round that are it
     */
    public record Subject(String what, Function<Round, History> calls) {

        /** In how many of these rounds it was there. */
        Premise in(List<Round> rounds) {
            int seen =
                    (int)
                            rounds.stream()
                                    .filter(this::isIn)
                                    .mapToInt(Round::number)
                                    .distinct()
                                    .count();
            int played = (int) rounds.stream().mapToInt(Round::number).distinct().count();
            return new Premise(what, seen, played, "");
        }

        private boolean isIn(Round round) {
            return round.unprepared() == null && !calls.apply(round).isEmpty();
        }
    }

    /** The question speaks of calls like these, so some round must have one. */
    public static Premises needs(String what, Function<Round, History> calls) {
        return new Premises(Map.of(), Map.of(), List.of(new Subject(what, calls)));
    }

    /** Every operation of the action may always be refused, and every list be empty. */
    static Premises either() {
        Map<Class<? extends Operation>, Predicate<Outcome>> all = new HashMap<>();
        Operation.Keys.kinds(Operation.class).forEach(kind -> all.put(kind, Outcome::isDefinite));
        return new Premises(all, Map.of(), List.of());
    }

    /** These operations of the action may always be refused for these reasons. */
    @SafeVarargs
    static Premises actionRefused(Set<Refusal> reasons, Class<? extends Operation>... kinds) {
        return new Premises(all(SeenOperations.refusedAs(reasons), kinds), Map.of(), List.of());
    }

    /** These lists, as the action reads them, may always be empty. */
    @SafeVarargs
    static Premises actionEmpty(Class<? extends Operation>... kinds) {
        return new Premises(all(SeenOperations.isEmpty(), kinds), Map.of(), List.of());
    }

    /** The question's own looks at these may always be refused for these reasons. */
    @SafeVarargs
    static Premises looksRefused(Set<Refusal> reasons, Class<? extends Operation>... kinds) {
        return new Premises(Map.of(), all(SeenOperations.refusedAs(reasons), kinds), List.of());
    }

    /** These lists, as the question itself reads them, may always be empty. */
    @SafeVarargs
    static Premises looksEmpty(Class<? extends Operation>... kinds) {
        return new Premises(Map.of(), all(SeenOperations.isEmpty(), kinds), List.of());
    }

    /** Whether all that the question speaks of was there in a round. */
    boolean areIn(Round round) {
        return subjects.stream().allMatch(subject -> subject.isIn(round));
    }

    /** What counts as seen by this or by the other. */
    Premises and(Premises other) {
        return new Premises(
                union(action, other.action),
                union(looks, other.looks),
                Stream.concat(subjects.stream(), other.subjects.stream()).toList());
    }

    @SafeVarargs
    private static Map<Class<? extends Operation>, Predicate<Outcome>> all(
            Predicate<Outcome> outcome, Class<? extends Operation>... kinds) {
        Map<Class<? extends Operation>, Predicate<Outcome>> all = new HashMap<>();
        for (Class<? extends Operation> kind : kinds) {
            all.put(kind, outcome);
        }
        return all;
    }

    private static Map<Class<? extends Operation>, Predicate<Outcome>> union(
            Map<Class<? extends Operation>, Predicate<Outcome>> one,
            Map<Class<? extends Operation>, Predicate<Outcome>> other) {
        Map<Class<? extends Operation>, Predicate<Outcome>> union = new HashMap<>(one);
        other.forEach((kind, outcome) -> union.merge(kind, outcome, Predicate::or));
        return union;
    }
}
