package meanwhile.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;

/**
 * Derives the premises of an example from its calls: each kind of operation must have been accepted
 * in some round, and each kind of list must have shown something somewhere in the example. A
 * gallery that refuses all, or shows nothing, contradicts no question about what was accepted or
 * shown.
 */
public final class SeenOperations {
    private final Map<Class<? extends Operation>, Predicate<Outcome>> instead;
    private final Map<Kind, TreeMap<Integer, List<Call>>> calls = new LinkedHashMap<>();
    private final Map<Kind, Boolean> showed = new HashMap<>();
    private int rounds;

    /** A kind of operation; those of a declared domain differ by their name alone. */
    private record Kind(Class<? extends Operation> type, String key) {
        static Kind of(Call call) {
            return new Kind(call.operation().getClass(), call.operation().key());
        }
    }

    /**
     * @param instead outcomes that count as seen too, because the question speaks of them: that an
     *     image is gone, that a list is empty
     */
    public SeenOperations(Map<Class<? extends Operation>, Predicate<Outcome>> instead) {
        this.instead = Map.copyOf(instead);
    }

    /**
     * Adds one play of a round.
     *
     * @param part the calls that must have been seen
     * @param whole every call of the play, for what its lists showed at any time
     */
    public void add(int round, List<Call> part, List<Call> whole) {
        rounds = Math.max(rounds, round);
        for (Call call : part) {
            calls.computeIfAbsent(Kind.of(call), _ -> new TreeMap<>())
                    .computeIfAbsent(round, _ -> new ArrayList<>())
                    .add(call);
        }
        for (Call call : whole) {
            if (call.outcome() instanceof Outcome.Accepted(_, Answer answer)) {
                showed.merge(Kind.of(call), !isEmpty(answer), Boolean::logicalOr);
            }
        }
    }

    /** The premises, in the order in which the operations were first sent. */
    public List<Premise> premises() {
        return calls.entrySet().stream()
                .map(kind -> premise(kind.getKey(), kind.getValue(), rounds))
                .toList();
    }

    /** The same of rounds in which they were sent; a question need not look in every round. */
    public List<Premise> premisesWhereSent() {
        return calls.entrySet().stream()
                .map(kind -> premise(kind.getKey(), kind.getValue(), kind.getValue().size()))
                .toList();
    }

    private Premise premise(Kind kind, Map<Integer, List<Call>> byRound, int of) {
        List<Call> all = byRound.values().stream().flatMap(List::stream).toList();
        boolean blank =
                showed.containsKey(kind)
                        && !showed.getOrDefault(kind, false)
                        && all.stream().noneMatch(call -> isSaid(kind, call.outcome()));
        int seen =
                blank
                        ? 0
                        : (int) byRound.values().stream().filter(one -> isSeen(kind, one)).count();
        return new Premise(
                "“%s” %s"
                        .formatted(
                                kind.key().replace('-', ' '),
                                blank
                                        ? "showed something"
                                        : instead.containsKey(kind.type())
                                                ? "was answered as it should be"
                                                : "was accepted"),
                seen,
                of,
                seen == 0 ? outcomes(all) : "");
    }

    private boolean isSeen(Kind kind, List<Call> round) {
        return round.stream().anyMatch(call -> call.accepted() || isSaid(kind, call.outcome()));
    }

    private boolean isSaid(Kind kind, Outcome outcome) {
        return instead.getOrDefault(kind.type(), _ -> false).test(outcome);
    }

    /** Whether an answer is a list without anything in it. */
    public static boolean isEmpty(Answer answer) {
        return switch (answer) {
            case Answer.ImagesListed list -> list.ids().isEmpty();
            case Answer.VotesListed list -> list.votes().isEmpty();
            case Answer.FavouritesListed list -> list.favourites().isEmpty();
            case Answer.CommentsListed list -> list.comments().isEmpty();
            case Answer.CollectionSeen seen -> seen.entries().isEmpty();
            case Answer.TopicsListed list -> list.topics().isEmpty();
            case Answer.NewsSeen seen -> seen.news().isEmpty();
            default -> false;
        };
    }

    /** The outcomes with their counts: "12 × broken (500), 3 × refused as gone (410)". */
    public static String outcomes(List<Call> calls) {
        return calls.stream()
                .collect(
                        Collectors.groupingBy(
                                call -> word(call.outcome()), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(one -> one.getValue() + " × " + one.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(int status, Answer answer) ->
                    isEmpty(answer) ? "empty" : "accepted (%d)".formatted(status);
            case Outcome.Refused(int status, Refusal why, _, _, String named) ->
                    "refused as %s (%d)".formatted(named == null ? why.key() : named, status);
            case Outcome.Broken(int status, _) -> "broken (%d)".formatted(status);
            case Outcome.Unknown _ -> "not answered";
        };
    }

    /** The outcomes that are refused for one of these reasons. */
    public static Predicate<Outcome> refusedAs(Set<Refusal> reasons) {
        return outcome ->
                outcome instanceof Outcome.Refused refused && reasons.contains(refused.why());
    }

    /** The outcomes that show an empty list. */
    public static Predicate<Outcome> isEmpty() {
        return outcome -> outcome instanceof Outcome.Accepted(_, Answer answer) && isEmpty(answer);
    }
}
