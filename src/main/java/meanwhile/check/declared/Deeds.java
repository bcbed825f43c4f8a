package meanwhile.check.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import meanwhile.check.SeenOperations;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one kind of deed in a round, with the words for them.
 *
 * @param noun one of them: "booking"
 * @param plural several of them: "bookings"
 * @param undos the calls that may undo some of them
 */
public record Deeds(String noun, String plural, List<Call> calls, List<Undo> undos) {
    public Deeds {
        calls = List.copyOf(calls);
        undos = List.copyOf(undos);
    }

    /** Deeds that nothing undoes. */
    public Deeds(String noun, String plural, List<Call> calls) {
        this(noun, plural, calls, List.of());
    }

    /** The calls of the operations of these names. */
    public static Deeds of(History history, Set<String> operations, String noun, String plural) {
        return new Deeds(
                noun,
                plural,
                history.where(
                                call ->
                                        call.operation() instanceof Operation.DeclaredWrite write
                                                && operations.contains(write.name()))
                        .calls());
    }

    /** The same deeds, some of which these may undo. */
    public Deeds undoneBy(List<Undo> calls) {
        return new Deeds(noun, plural, this.calls, calls);
    }

    /** Those that stand when all is quiet. */
    public StandingDeeds standing() {
        return StandingDeeds.of(calls, undos);
    }

    /** Whether both certainly stood at one moment. */
    private boolean stoodTogether(Call one, Call other) {
        return Math.max(one.times().ended(), other.times().ended())
                < Math.min(undone(one), undone(other));
    }

    /** When it may have been undone at the earliest. */
    private long undone(Call deed) {
        return undos.stream()
                .filter(undo -> undo.mayUndo(deed))
                .mapToLong(undo -> undo.call().times().begun())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** How a number of accepted deeds compares with what is promised. */
    public enum Comparison {
        EXACTLY,
        AT_LEAST,
        AT_MOST;

        private boolean allowsMore() {
            return this == AT_LEAST;
        }

        private boolean allowsLess() {
            return this == AT_MOST;
        }

        private String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Those that certainly happened. */
    public List<Call> accepted() {
        return calls.stream().filter(Call::accepted).toList();
    }

    /** Those that may have happened, and nobody knows. */
    public List<Call> doubtful() {
        return calls.stream().filter(call -> call.possible() && !call.accepted()).toList();
    }

    /** Checks how many are accepted. */
    public Verdict number(Comparison comparison, int promised) {
        if (calls.isEmpty()) {
            return new Verdict.Undecided("no %s was tried".formatted(noun));
        }
        if (calls.size() < promised && !comparison.allowsLess()) {
            return new Verdict.Undecided("fewer %s were tried: %d".formatted(plural, calls.size()));
        }
        if (comparison == Comparison.AT_LEAST && promised == 0) {
            return new Verdict.Undecided("at least 0 is always true");
        }
        List<Call> accepted = accepted();
        List<Call> doubtful = doubtful();
        String expected =
                "Expected %s %d %s to be accepted, saw %d"
                        .formatted(
                                comparison.words(),
                                promised,
                                promised == 1 ? noun : plural,
                                accepted.size());
        if (accepted.size() > promised && !comparison.allowsMore()) {
            return Verdict.contradicted(
                    expected,
                    accepted.subList(0, promised + 1),
                    "Each of these was told that it was accepted");
        }
        if (accepted.size() + doubtful.size() < promised && !comparison.allowsLess()) {
            return Verdict.contradicted(
                    expected, calls, "The others were refused, although there was room for them");
        }
        boolean certain =
                (comparison.allowsMore() || accepted.size() + doubtful.size() <= promised)
                        && (comparison.allowsLess() || accepted.size() >= promised);
        return certain ? Verdict.holds() : unclear(doubtful);
    }

    /** Checks that every one is accepted. */
    public Verdict all() {
        List<Call> refused =
                calls.stream()
                        .filter(call -> !call.accepted() && !isSilent(call))
                        .limit(1)
                        .toList();
        if (!refused.isEmpty()) {
            return Verdict.contradicted(
                    "Expected every %s to be accepted, saw one that was not".formatted(noun),
                    refused,
                    "Nothing forbids it");
        }
        return doubtful().isEmpty() ? Verdict.holds() : unclear(doubtful());
    }

    /** Checks that whatever is refused is refused for this reason, and says so. */
    public Verdict refusedOnlyBecause(String reason) {
        for (Call call : calls) {
            if (!call.accepted() && !isSilent(call) && !reason.equals(reason(call.outcome()))) {
                return Verdict.contradicted(
                        "Expected %s to be refused only as “%s”, saw one that %s"
                                .formatted(plural, reason, call.outcome().describe()),
                        List.of(call),
                        "Whoever comes too late is to be told why");
            }
        }
        return Verdict.holds();
    }

    private static boolean isSilent(Call call) {
        return call.outcome() instanceof Outcome.Unknown;
    }

    private static @Nullable String reason(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? Objects.requireNonNullElse(refused.named(), refused.why().key().replace('-', ' '))
                : null;
    }

    /** Checks that no two accepted ones were given the same. */
    public Verdict eachItsOwn(String fact, String words) {
        Map<String, List<Call>> owners = new TreeMap<>();
        for (Call call : accepted()) {
            String value = DeedFacts.told(call).get(fact);
            if (value == null) {
                return new Verdict.Undecided("a %s does not tell its %s".formatted(noun, words));
            }
            List<Call> others = owners.computeIfAbsent(value, _ -> new ArrayList<>());
            for (Call other : others) {
                if (stoodTogether(other, call)) {
                    return Verdict.contradicted(
                            "Expected each %s to have a %s of its own, saw two with “%s”"
                                    .formatted(noun, words, value),
                            List.of(other, call),
                            "Both were accepted");
                }
            }
            others.add(call);
        }
        return Verdict.holds();
    }

    /**
     * Checks that no two accepted ones overlap: each begins at one value, and ends before another.
     *
     * @param from the parameter of the beginning, a number
     * @param until the parameter of the end, a number
     * @param places the parameters by which they may differ instead
     */
    public Verdict apart(String from, String until, List<String> places) {
        List<Call> accepted = accepted();
        for (int i = 0; i < accepted.size(); i++) {
            for (Call other : accepted.subList(i + 1, accepted.size())) {
                if (overlap(accepted.get(i), other, from, until, places)
                        && stoodTogether(accepted.get(i), other)) {
                    return Verdict.contradicted(
                            "Expected no two %s to overlap, saw two that do".formatted(plural),
                            List.of(accepted.get(i), other),
                            "Both were accepted");
                }
            }
        }
        return Verdict.holds();
    }

    private static boolean overlap(
            Call one, Call other, String from, String until, List<String> places) {
        Map<String, String> a = DeedFacts.said(one);
        Map<String, String> b = DeedFacts.said(other);
        return places.stream().allMatch(place -> Objects.equals(a.get(place), b.get(place)))
                && Amounts.of(a.get(from)).compareTo(Amounts.of(b.get(until))) < 0
                && Amounts.of(b.get(from)).compareTo(Amounts.of(a.get(until))) < 0;
    }

    /**
     * Checks that each accepted one is listed once, and nothing else is.
     *
     * @param look a look at the list when all was quiet
     * @param list the name of the fact that lists what each one's answer calls {@code id}
     */
    public Verdict listedOnce(Call look, String list, String words) {
        Answer.DeclaredSeen seen = look.answer(Answer.DeclaredSeen.class);
        List<String> listed = seen == null ? null : seen.lists().get(list);
        if (listed == null) {
            return new Verdict.Undecided("the %s could not be read".formatted(words));
        }
        StandingDeeds standing = standing();
        List<String> rest = new ArrayList<>(listed);
        for (Call call : accepted()) {
            String id = DeedFacts.told(call).get("id");
            if (id == null) {
                return new Verdict.Undecided("a %s does not tell its id".formatted(noun));
            }
            boolean isListed = rest.remove(id);
            boolean isFree = !isListed && !standing.certain().contains(call);
            if (rest.contains(id) || !(isListed || isFree)) {
                return Verdict.contradicted(
                        "Expected to find each accepted %s once among the %s, found one %d times"
                                .formatted(noun, words, listed.stream().filter(id::equals).count()),
                        List.of(call, look),
                        "It was accepted once");
            }
            Call undoing = isListed ? undoing(call, standing) : null;
            if (undoing != null) {
                return Verdict.contradicted(
                        "Expected to find no %s that was undone among the %s, found one"
                                .formatted(noun, words),
                        List.of(call, undoing, look),
                        "It was undone before");
            }
        }
        if (rest.size() > doubtful().size()) {
            return Verdict.contradicted(
                    "Expected nothing but the %d accepted %s among the %s, found %d"
                            .formatted(accepted().size(), plural, words, listed.size()),
                    List.of(look),
                    "Nobody was told that the others were accepted");
        }
        return Verdict.holds();
    }

    /** What undid a deed that stands no more; null if it may stand. */
    private @Nullable Call undoing(Call deed, StandingDeeds standing) {
        return standing.certain().contains(deed) || standing.maybe().contains(deed)
                ? null
                : undos.stream()
                        .filter(undo -> undo.found(deed))
                        .map(Undo::call)
                        .findFirst()
                        .orElse(null);
    }

    private Verdict unclear(List<Call> doubtful) {
        return new Verdict.Undecided(
                "nobody knows of some %s whether they happened: %s"
                        .formatted(plural, SeenOperations.outcomes(doubtful)));
    }
}
