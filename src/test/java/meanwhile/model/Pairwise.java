package meanwhile.model;

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

    static List<OracleSubject<?>> all() {
        return List.of(
                sessions(
                        "read your writes",
                        SessionGuarantees::readYourWrites,
                        true,
                        Pairwise::ownWrites),
                sessions(
                        "monotonic reads",
                        SessionGuarantees::monotonicReads,
                        true,
                        Pairwise::ownReads),
                sessions(
                        "monotonic for all",
                        SessionGuarantees::monotonicForAll,
                        false,
                        Pairwise::newest),
                sequence(),
                atomicWrites(),
                uniqueness(),
                PagingSubject.paging());
    }

    private static OracleSubject<SessionGuarantees.Op> sessions(
            String name,
            Function<List<Event<SessionGuarantees.Op>>, Ruling<SessionGuarantees.Op>> check,
            boolean bySession,
            BiFunction<Long, SessionGuarantees.Op, @Nullable Long> step) {
        return new OracleSubject<>(
                name,
                true,
                chance ->
                        chance.history(
                                0L,
                                state ->
                                        chance.oneIn(2)
                                                ? new SessionGuarantees.Write(state + 1)
                                                : new SessionGuarantees.Read(state),
                                (state, op) -> Math.max(state, op.version()),
                                op ->
                                        op instanceof SessionGuarantees.Read(long version)
                                                ? new SessionGuarantees.Read(
                                                        version - chance.below(3))
                                                : op),
                check,
                events -> {
                    Map<String, List<Event<SessionGuarantees.Op>>> sessions = new HashMap<>();
                    for (Event<SessionGuarantees.Op> event : events) {
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
                SessionGuarantees.Read.class::isInstance);
    }

    private static @Nullable Long ownWrites(Long state, SessionGuarantees.Op op) {
        return switch (op) {
            case SessionGuarantees.Write(long version) -> Math.max(state, version);
            case SessionGuarantees.Read(long version) -> version >= state ? state : null;
        };
    }

    private static @Nullable Long ownReads(Long state, SessionGuarantees.Op op) {
        return switch (op) {
            case SessionGuarantees.Write _ -> state;
            case SessionGuarantees.Read(long version) ->
                    version >= state ? Long.valueOf(version) : null;
        };
    }

    private static @Nullable Long newest(Long state, SessionGuarantees.Op op) {
        return op instanceof SessionGuarantees.Read && op.version() < state
                ? null
                : Long.valueOf(Math.max(state, op.version()));
    }

    private static OracleSubject<Snapshots.Op> sequence() {
        return new OracleSubject<>(
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
                            op ->
                                    op instanceof Snapshots.Read(List<String> elements)
                                            ? new Snapshots.Read(swapped(chance, elements))
                                            : op);
                },
                Sequence::check,
                events ->
                        events.stream()
                                .allMatch(
                                        event ->
                                                !(event.op()
                                                                instanceof
                                                                Snapshots.Read(
                                                                        List<String> elements))
                                                        || !event.known()
                                                        || canBeAddedSo(events, elements)),
                Snapshots.Read.class::isInstance);
    }

    private static @Nullable List<String> appended(List<String> state, Snapshots.Op op) {
        if (!(op instanceof Snapshots.Add(String element))) {
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

    private static boolean canBeAddedSo(List<Event<Snapshots.Op>> events, List<String> elements) {
        List<Event<Snapshots.Op>> additions =
                events.stream()
                        .filter(
                                event ->
                                        event.op() instanceof Snapshots.Add(String element)
                                                && elements.contains(element))
                        .toList();
        return BruteForce.canEnd(
                Chance.deeds(
                        additions,
                        (Integer state, Snapshots.Op op) ->
                                op instanceof Snapshots.Add(String element)
                                                && elements.indexOf(element) == state
                                        ? Integer.valueOf(state + 1)
                                        : null),
                0,
                state -> state.equals(additions.size()));
    }

    private static OracleSubject<AtomicWrites.Op> atomicWrites() {
        return new OracleSubject<>(
                "atomic writes",
                true,
                chance ->
                        chance.history(
                                List.of("0", "0"),
                                state ->
                                        chance.oneIn(2)
                                                ? new AtomicWrites.Write(twice(chance.below(4)))
                                                : new AtomicWrites.Read(state),
                                (state, op) ->
                                        op instanceof AtomicWrites.Write ? op.facts() : state,
                                op ->
                                        op instanceof AtomicWrites.Read
                                                ? new AtomicWrites.Read(
                                                        List.of(
                                                                "" + chance.below(3),
                                                                "" + chance.below(3)))
                                                : op),
                events -> AtomicWrites.check(events, List.of("0", "0")),
                events ->
                        BruteForce.explains(
                                Chance.deeds(events, Pairwise::everWritten),
                                Set.of(List.of("0", "0"))),
                AtomicWrites.Read.class::isInstance);
    }

    private static List<String> twice(int number) {
        return List.of("" + number, "" + number);
    }

    private static @Nullable Set<List<String>> everWritten(
            Set<List<String>> state, AtomicWrites.Op op) {
        Set<List<String>> written = new HashSet<>(state);
        return switch (op) {
            case AtomicWrites.Write(List<String> facts) -> {
                written.add(facts);
                yield written;
            }
            case AtomicWrites.Read(List<String> facts) -> written.contains(facts) ? state : null;
        };
    }

    private static OracleSubject<String> uniqueness() {
        return new OracleSubject<>(
                "uniqueness",
                true,
                chance -> {
                    int[] next = new int[1];
                    return chance.history(
                            "", _ -> "n" + next[0]++, (_, op) -> op, _ -> "n" + chance.below(5));
                },
                Uniqueness::check,
                events -> BruteForce.explains(Chance.deeds(events, Pairwise::given), Set.of()),
                _ -> true);
    }

    private static @Nullable Set<String> given(Set<String> state, String op) {
        Set<String> given = new TreeSet<>(state);
        return given.add(op) ? given : null;
    }
}
