package meanwhile.check.declared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.EffectWay;
import meanwhile.model.Wholes;
import org.jspecify.annotations.Nullable;

/**
 * Checks that each look at a thing shows some deeds wholly or not at all: a card that says that a
 * book was lent and still counts its copy shows a half.
 *
 * @param what the thing, in words: "“Emma”"
 * @param noun what a deed is called
 * @param looks the looks at the thing
 * @param delay the nanoseconds by which a look may lag behind what others did
 * @param budget the number of steps that a search may try
 */
public record Wholeness(String what, String noun, List<Call> looks, long delay, long budget) {
    private static final String ELEMENT = "\n";

    public Wholeness {
        looks = List.copyOf(looks);
    }

    /**
     * A fact of the thing.
     *
     * @param start what it was at first; null if nobody knows; no list has a beginning
     */
    public record Fact(Changes changes, @Nullable String start) {
        /** Whether something happened to it of which nobody knows what. */
        private boolean isUnclear() {
            return !changes.isClear()
                    || (!isList() && start == null)
                    || changes.all().stream()
                            .anyMatch(
                                    one ->
                                            one.operand() == null
                                                    && one.result() != Change.Result.MISSED
                                                    && !one.way().adds());
        }

        private boolean isList() {
            return changes.ways().stream().anyMatch(EffectWay::lists);
        }
    }

    /**
     * A change of the thing, by what it does to each place.
     *
     * @param done when it had certainly happened; for ever later if it is asked about, or if nobody
     *     knows whether it did
     */
    private record Whole(Call call, long begun, long done, Map<String, Wholes.Part> parts) {}

    /**
     * Checks it.
     *
     * @param facts the facts that the deeds change, by name
     * @param isWhole whether the parts of what a call did belong together
     */
    public Verdict of(Map<String, Fact> facts, Predicate<Call> isWhole) {
        Map<String, Fact> clear = new TreeMap<>(facts);
        clear.values().removeIf(Fact::isUnclear);
        List<Whole> changes = wholes(clear, isWhole);
        Map<String, Object> initial = initial(clear, changes);
        for (Call look : looks) {
            List<Whole> until =
                    changes.stream().filter(one -> one.begun() <= look.times().ended()).toList();
            Map<Boolean, List<Map<String, Wholes.Part>>> byDone =
                    until.stream()
                            .collect(
                                    Collectors.partitioningBy(
                                            one -> one.done() < look.times().begun() - delay,
                                            Collectors.mapping(Whole::parts, Collectors.toList())));
            Map<String, Object> seen = seen(look, clear, initial.keySet());
            Wholes.Halves halves =
                    Wholes.check(
                            initial,
                            byDone.getOrDefault(true, List.of()),
                            byDone.getOrDefault(false, List.of()),
                            seen,
                            budget);
            if (halves.gaveUp()) {
                return new Verdict.Undecided(
                        "too many orders: gave up after %d steps".formatted(budget));
            }
            if (!halves.places().isEmpty()) {
                return contradicted(look, until, seen, halves.places());
            }
        }
        return clear.size() < facts.size()
                ? new Verdict.Undecided(
                        "nobody knows all that was done to %s: %s"
                                .formatted(what, unclear(facts.keySet(), clear.keySet())))
                : Verdict.holds();
    }

    private static String unclear(Set<String> facts, Set<String> clear) {
        return facts.stream()
                .filter(fact -> !clear.contains(fact))
                .map(fact -> fact.replace('-', ' '))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<Whole> wholes(Map<String, Fact> facts, Predicate<Call> isWhole) {
        Map<Call, Whole> together = new LinkedHashMap<>();
        List<Whole> single = new ArrayList<>();
        for (Map.Entry<String, Fact> fact : facts.entrySet()) {
            for (Change change : fact.getValue().changes().all()) {
                if (change.result() == Change.Result.MISSED || change.operand() == null) {
                    continue;
                }
                boolean isAsked = isWhole.test(change.call());
                long done =
                        isAsked || change.result() != Change.Result.DONE
                                ? Long.MAX_VALUE
                                : change.call().times().ended();
                Whole whole = new Whole(change.call(), change.begun(), done, new TreeMap<>());
                if (isAsked) {
                    whole = together.merge(change.call(), whole, (known, _) -> known);
                } else {
                    single.add(whole);
                }
                add(whole.parts(), fact.getKey(), change);
            }
        }
        return Stream.concat(together.values().stream(), single.stream()).toList();
    }

    private static void add(Map<String, Wholes.Part> parts, String fact, Change change) {
        String operand = String.valueOf(change.operand());
        switch (change.way()) {
            case PLUS -> parts.put(fact, Wholes.Part.added(Amounts.of(operand)));
            case MINUS -> parts.put(fact, Wholes.Part.added(Amounts.of(operand).negate()));
            case SET ->
                    parts.put(fact, Wholes.Part.written(String.valueOf(Amounts.alike(operand))));
            case GAINS, APPENDS -> parts.put(fact + ELEMENT + operand, Wholes.Part.written(true));
            case GOES -> throw new IllegalArgumentException("whether it is there is no fact of it");
            case LOSES, TAKES -> parts.put(fact + ELEMENT + operand, Wholes.Part.written(false));
        }
    }

    private static Map<String, Object> initial(Map<String, Fact> facts, List<Whole> changes) {
        Map<String, Object> initial = new TreeMap<>();
        changes.stream()
                .flatMap(change -> change.parts().keySet().stream())
                .filter(place -> place.contains(ELEMENT))
                .forEach(place -> initial.put(place, false));
        facts.forEach(
                (name, fact) -> {
                    if (!fact.isList()) {
                        initial.put(name, value(fact, String.valueOf(fact.start())));
                    }
                });
        return initial;
    }

    private static Object value(Fact fact, String text) {
        return fact.changes().areCounted() ? Amounts.of(text) : String.valueOf(Amounts.alike(text));
    }

    private static Map<String, Object> seen(
            Call look, Map<String, Fact> facts, Set<String> places) {
        Map<String, Object> seen = new TreeMap<>();
        Map<String, String> told = DeedFacts.told(look);
        Answer.DeclaredSeen answer = look.answer(Answer.DeclaredSeen.class);
        for (String place : places) {
            String[] parts = place.split(ELEMENT, 2);
            if (parts.length == 1 && told.get(place) != null) {
                seen.put(
                        place,
                        value(
                                Objects.requireNonNull(facts.get(place)),
                                String.valueOf(told.get(place))));
            } else if (parts.length == 2
                    && answer != null
                    && answer.lists().get(parts[0]) != null) {
                seen.put(
                        place, answer.lists().getOrDefault(parts[0], List.of()).contains(parts[1]));
            }
        }
        return seen;
    }

    private Verdict contradicted(
            Call look, List<Whole> until, Map<String, Object> seen, Set<String> halves) {
        List<Call> calls = new ArrayList<>();
        for (Whole change : until) {
            Set<String> touched = new HashSet<>(change.parts().keySet());
            touched.retainAll(halves);
            if (!touched.isEmpty() && !calls.contains(change.call())) {
                calls.add(change.call());
            }
        }
        calls.add(look);
        return Verdict.contradicted(
                "Expected no look at %s to show a half of a %s, saw %s"
                        .formatted(what, noun, told(seen, halves)),
                calls,
                "Whichever of these were done, wholly and in any order, do not lead there");
    }

    private static String told(Map<String, Object> seen, Set<String> places) {
        return places.stream()
                .sorted()
                .map(
                        place -> {
                            String[] parts = place.split(ELEMENT, 2);
                            String fact = parts[0].replace('-', ' ');
                            Object value = seen.get(place);
                            return parts.length == 1
                                    ? "%s %s".formatted(fact, value)
                                    : "%s %s “%s”"
                                            .formatted(
                                                    fact,
                                                    Boolean.TRUE.equals(value) ? "with" : "without",
                                                    parts[1]);
                        })
                .collect(Collectors.joining(" and "));
    }
}
