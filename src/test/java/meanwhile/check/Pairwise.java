package meanwhile.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import meanwhile.oracle.BruteForce;
import org.jspecify.annotations.Nullable;

/** The checkers that look for pairs; the oracle still tries all orders. */
final class Pairwise {
    private Pairwise() {}

    static List<Subject<?>> all() {
        return List.of(
                sessions("read your writes", Sessions::readYourWrites, true, Pairwise::ownWrites),
                sessions("monotonic reads", Sessions::monotonicReads, true, Pairwise::ownReads),
                sessions("monotonic for all", Sessions::monotonicForAll, false, Pairwise::newest),
                sequence(),
                together(),
                uniqueness(),
                paging());
    }

    private static Subject<Sessions.Act> sessions(
            String name,
            Function<List<Event<Sessions.Act>>, Ruling<Sessions.Act>> check,
            boolean bySession,
            BiFunction<Long, Sessions.Act, @Nullable Long> step) {
        return new Subject<>(
                name,
                true,
                chance ->
                        chance.history(
                                0L,
                                state ->
                                        chance.oneIn(2)
                                                ? new Sessions.Write(state + 1)
                                                : new Sessions.Read(state),
                                (state, act) -> Math.max(state, act.version()),
                                act ->
                                        act instanceof Sessions.Read(long version)
                                                ? new Sessions.Read(version - chance.below(3))
                                                : act),
                check,
                events -> {
                    Map<String, List<Event<Sessions.Act>>> sessions = new HashMap<>();
                    for (Event<Sessions.Act> event : events) {
                        sessions.computeIfAbsent(
                                        bySession ? event.process() : "", _ -> new ArrayList<>())
                                .add(event);
                    }
                    return sessions.values().stream()
                            .allMatch(
                                    own ->
                                            BruteForce.explains(
                                                    Chance.deeds(own, step), Long.MIN_VALUE));
                },
                Sessions.Read.class::isInstance);
    }

    private static @Nullable Long ownWrites(Long state, Sessions.Act act) {
        return switch (act) {
            case Sessions.Write(long version) -> Math.max(state, version);
            case Sessions.Read(long version) -> version >= state ? state : null;
        };
    }

    private static @Nullable Long ownReads(Long state, Sessions.Act act) {
        return switch (act) {
            case Sessions.Write _ -> state;
            case Sessions.Read(long version) -> version >= state ? Long.valueOf(version) : null;
        };
    }

    private static @Nullable Long newest(Long state, Sessions.Act act) {
        return act instanceof Sessions.Read && act.version() < state
                ? null
                : Long.valueOf(Math.max(state, act.version()));
    }

    private static Subject<Snapshots.Act> sequence() {
        return new Subject<>(
                "sequence",
                true,
                chance -> {
                    int[] next = new int[1];
                    return chance.history(
                            List.<String>of(),
                            state ->
                                    next[0] < 4
                                            ? new Snapshots.Add("e" + next[0]++)
                                            : new Snapshots.Read(state),
                            Pairwise::appended,
                            act ->
                                    act instanceof Snapshots.Read(List<String> elements)
                                            ? new Snapshots.Read(swapped(chance, elements))
                                            : act);
                },
                Sequence::check,
                events ->
                        events.stream()
                                .allMatch(
                                        event ->
                                                !(event.act()
                                                                instanceof
                                                                Snapshots.Read(
                                                                        List<String> elements))
                                                        || !event.known()
                                                        || canBeAddedSo(events, elements)),
                Snapshots.Read.class::isInstance);
    }

    private static @Nullable List<String> appended(List<String> state, Snapshots.Act act) {
        if (!(act instanceof Snapshots.Add(String element))) {
            return state;
        }
        List<String> next = new ArrayList<>(state);
        next.add(element);
        return next;
    }

    private static List<String> swapped(Chance chance, List<String> elements) {
        List<String> others = new ArrayList<>(elements);
        if (others.size() > 1) {
            java.util.Collections.swap(
                    others, chance.below(others.size()), chance.below(others.size()));
        }
        return others;
    }

    private static boolean canBeAddedSo(List<Event<Snapshots.Act>> events, List<String> elements) {
        List<Event<Snapshots.Act>> additions =
                events.stream()
                        .filter(
                                event ->
                                        event.act() instanceof Snapshots.Add(String element)
                                                && elements.contains(element))
                        .toList();
        return BruteForce.canEnd(
                Chance.deeds(
                        additions,
                        (Integer state, Snapshots.Act act) ->
                                act instanceof Snapshots.Add(String element)
                                                && elements.indexOf(element) == state
                                        ? Integer.valueOf(state + 1)
                                        : null),
                0,
                state -> state.equals(additions.size()));
    }

    private static Subject<Together.Act> together() {
        return new Subject<>(
                "together",
                true,
                chance ->
                        chance.history(
                                List.of("0", "0"),
                                state ->
                                        chance.oneIn(2)
                                                ? new Together.Write(twice(chance.below(4)))
                                                : new Together.Read(state),
                                (state, act) -> act instanceof Together.Write ? act.facts() : state,
                                act ->
                                        act instanceof Together.Read
                                                ? new Together.Read(
                                                        List.of(
                                                                "" + chance.below(3),
                                                                "" + chance.below(3)))
                                                : act),
                events -> Together.check(events, List.of("0", "0")),
                events ->
                        BruteForce.explains(
                                Chance.deeds(events, Pairwise::everWritten),
                                Set.of(List.of("0", "0"))),
                Together.Read.class::isInstance);
    }

    private static List<String> twice(int number) {
        return List.of("" + number, "" + number);
    }

    private static @Nullable Set<List<String>> everWritten(
            Set<List<String>> state, Together.Act act) {
        Set<List<String>> written = new HashSet<>(state);
        return switch (act) {
            case Together.Write(List<String> facts) -> {
                written.add(facts);
                yield written;
            }
            case Together.Read(List<String> facts) -> written.contains(facts) ? state : null;
        };
    }

    private static Subject<String> uniqueness() {
        return new Subject<>(
                "uniqueness",
                true,
                chance -> {
                    int[] next = new int[1];
                    return chance.history(
                            "", _ -> "n" + next[0]++, (_, act) -> act, _ -> "n" + chance.below(5));
                },
                Uniqueness::check,
                events -> BruteForce.explains(Chance.deeds(events, Pairwise::given), Set.of()),
                _ -> true);
    }

    private static @Nullable Set<String> given(Set<String> state, String act) {
        Set<String> given = new TreeSet<>(state);
        return given.add(act) ? given : null;
    }

    /** One element, and a walk of two pages through a list that holds only it. */
    private static Subject<Paging.Act> paging() {
        return new Subject<>(
                "paging",
                true,
                chance -> {
                    List<Event<Paging.Act>> events = new ArrayList<>();
                    int added = chance.below(12);
                    events.add(chance.event(0, "w", new Paging.Add("e"), added, !chance.oneIn(4)));
                    if (chance.oneIn(2)) {
                        events.add(
                                chance.event(
                                        1,
                                        "w",
                                        new Paging.Remove("e"),
                                        added + 3 + chance.below(9),
                                        !chance.oneIn(4)));
                    }
                    for (int page = 0; page < 2; page++) {
                        List<String> shown = chance.oneIn(2) ? List.of("e") : List.of();
                        int begun = 8 + 4 * page;
                        events.add(
                                new Event<>(
                                        2 + page,
                                        "r",
                                        new Paging.Page(shown, page == 1, null),
                                        begun,
                                        begun + chance.below(4),
                                        true));
                    }
                    return events;
                },
                Paging::check,
                Pairwise::walkIsRight,
                _ -> false);
    }

    private static boolean walkIsRight(List<Event<Paging.Act>> events) {
        long begun = Long.MAX_VALUE;
        long ended = Long.MIN_VALUE;
        int shown = 0;
        List<BruteForce.Deed> deeds = new ArrayList<>();
        for (Event<Paging.Act> event : events) {
            String mark =
                    switch (event.act()) {
                        case Paging.Add _ -> "+";
                        case Paging.Remove _ -> "-";
                        case Paging.Page page -> {
                            begun = Math.min(begun, event.begun());
                            ended = Math.max(ended, event.ended());
                            shown += page.elements().size();
                            yield "";
                        }
                    };
            if (!mark.isEmpty()) {
                deeds.add(
                        new BruteForce.Deed(
                                event.begun(),
                                event.ended(),
                                event.known(),
                                state -> state + mark));
            }
        }
        if (begun == Long.MAX_VALUE) {
            return true;
        }
        deeds.add(new BruteForce.Deed(begun, begun, true, state -> state + "["));
        deeds.add(new BruteForce.Deed(ended, ended, true, state -> state + "]"));
        return switch (shown) {
            case 0 -> BruteForce.canEnd(deeds, "", order -> !throughout((String) order));
            case 1 -> BruteForce.canEnd(deeds, "", order -> atSomeTime((String) order));
            default -> false;
        };
    }

    private static boolean throughout(String order) {
        return order.startsWith("+[]");
    }

    private static boolean atSomeTime(String order) {
        return order.contains("+")
                && order.indexOf('+') < order.indexOf(']')
                && !order.matches(".*-.*\\[.*");
    }
}
