package meanwhile.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import meanwhile.oracle.BruteForce;
import org.jspecify.annotations.Nullable;

/** All checkers that an oracle can judge. */
final class OracleSubjects {
    private static final List<@Nullable String> VALUES = Arrays.asList(null, "a", "b");
    private static final String NOTHING = "nothing";

    private OracleSubjects() {}

    static List<OracleSubject<?>> all() {
        return List.of(
                register(),
                keyValue(),
                counter(),
                tally(),
                undoableCount("undoable count", Register.BUDGET),
                undoableCount("undoable count, bounds alone", 0),
                snapshots(true),
                snapshots(false),
                presence(),
                QueueSubject.of());
    }

    private static OracleSubject<Register.Op> register() {
        return new OracleSubject<>(
                "register",
                true,
                chance ->
                        chance.history(
                                NOTHING,
                                state ->
                                        switch (chance.below(5)) {
                                            case 0 -> new Register.Write(value(chance));
                                            case 1 ->
                                                    new Register.Swap(
                                                            state.equals(NOTHING) ? null : state,
                                                            value(chance));
                                            case 2 -> missing(state, chance);
                                            default ->
                                                    new Register.Read(
                                                            state.equals(NOTHING) ? null : state);
                                        },
                                OracleSubjects::cell,
                                op ->
                                        switch (op) {
                                            case Register.Read _ ->
                                                    new Register.Read(value(chance));
                                            case Register.Miss _ ->
                                                    new Register.Miss(value(chance));
                                            default -> op;
                                        }),
                events -> Register.check(events, null, Register.BUDGET),
                events -> BruteForce.explains(Chance.deeds(events, OracleSubjects::cell), NOTHING),
                op -> op instanceof Register.Read || op instanceof Register.Miss);
    }

    private static Register.Op missing(String state, Chance chance) {
        String value = value(chance);
        return state.equals(orNothing(value)) ? new Register.Read(value) : new Register.Miss(value);
    }

    private static @Nullable String value(Chance chance) {
        return VALUES.get(chance.below(VALUES.size()));
    }

    private static @Nullable String cell(String state, Register.Op op) {
        return switch (op) {
            case Register.Read(String value) -> state.equals(orNothing(value)) ? state : null;
            case Register.Write(String value) -> orNothing(value);
            case Register.Swap(String from, String to) ->
                    state.equals(orNothing(from)) ? orNothing(to) : null;
            case Register.Miss(String value) -> state.equals(orNothing(value)) ? null : state;
        };
    }

    private static String orNothing(@Nullable String value) {
        return value == null ? NOTHING : value;
    }

    private static OracleSubject<KeyValue.Op> keyValue() {
        return new OracleSubject<>(
                "key-value",
                true,
                chance ->
                        chance.history(
                                Map.<String, String>of(),
                                state -> {
                                    String key = chance.oneOf(List.of("k", "l"));
                                    String text = chance.oneOf(List.of("x", "y", ""));
                                    return switch (chance.below(5)) {
                                        case 0 -> new KeyValue.Put(key, text);
                                        case 1, 2 -> new KeyValue.Append(key, text);
                                        default ->
                                                new KeyValue.Get(key, state.getOrDefault(key, ""));
                                    };
                                },
                                OracleSubjects::texts,
                                op ->
                                        op instanceof KeyValue.Get get
                                                ? new KeyValue.Get(
                                                        get.key(),
                                                        chance.oneOf(List.of("", "x", "xy", "y")))
                                                : op),
                events -> KeyValue.check(events, "", Register.BUDGET),
                events ->
                        BruteForce.explains(Chance.deeds(events, OracleSubjects::texts), Map.of()),
                KeyValue.Get.class::isInstance);
    }

    private static @Nullable Map<String, String> texts(Map<String, String> state, KeyValue.Op op) {
        String now = state.getOrDefault(op.key(), "");
        Map<String, String> next = new TreeMap<>(state);
        switch (op) {
            case KeyValue.Get get -> {
                return get.value().equals(now) ? state : null;
            }
            case KeyValue.Put put -> next.put(put.key(), put.value());
            case KeyValue.Append append -> next.put(append.key(), now + append.value());
        }
        return next;
    }

    private static OracleSubject<Counter.Op> counter() {
        return new OracleSubject<>(
                "counter",
                true,
                chance ->
                        chance.history(
                                3L,
                                state ->
                                        chance.oneIn(2)
                                                ? new Counter.Add()
                                                : new Counter.Read(state),
                                OracleSubjects::count,
                                op ->
                                        op instanceof Counter.Read(long value)
                                                ? new Counter.Read(value + chance.below(5) - 2)
                                                : op),
                events -> Counter.check(events, 3),
                events -> BruteForce.explains(Chance.deeds(events, OracleSubjects::count), 3L),
                Counter.Read.class::isInstance);
    }

    private static @Nullable Long count(Long state, Counter.Op op) {
        return switch (op) {
            case Counter.Add _ -> state + 1;
            case Counter.Read(long value) -> value == state ? state : null;
        };
    }

    private static OracleSubject<Tally.Op> tally() {
        return new OracleSubject<>(
                "tally",
                true,
                chance ->
                        chance.history(
                                3L,
                                state ->
                                        chance.oneIn(2)
                                                ? new Tally.Change(
                                                        BigDecimal.valueOf(chance.below(7) - 3))
                                                : new Tally.Read(BigDecimal.valueOf(state)),
                                OracleSubjects::sum,
                                op ->
                                        op instanceof Tally.Read(BigDecimal value)
                                                ? new Tally.Read(
                                                        value.add(
                                                                BigDecimal.valueOf(
                                                                        chance.below(5) - 2)))
                                                : op),
                events -> Tally.check(events, BigDecimal.valueOf(3), Register.BUDGET),
                events -> BruteForce.explains(Chance.deeds(events, OracleSubjects::sum), 3L),
                Tally.Read.class::isInstance);
    }

    private static @Nullable Long sum(Long state, Tally.Op op) {
        return switch (op) {
            case Tally.Change(BigDecimal amount) -> state + amount.longValueExact();
            case Tally.Read(BigDecimal value) -> value.longValueExact() == state ? state : null;
        };
    }

    private static OracleSubject<UndoableCount.Op> undoableCount(String name, long budget) {
        return new OracleSubject<>(
                name,
                budget > 0,
                chance ->
                        chance.history(
                                Set.<String>of(),
                                state ->
                                        chance.oneIn(2)
                                                ? new UndoableCount.Hold(
                                                        chance.oneOf(List.of("Ana", "Ben", "Cid")),
                                                        !chance.oneIn(3))
                                                : new UndoableCount.Read(state.size()),
                                OracleSubjects::holders,
                                op ->
                                        op instanceof UndoableCount.Read(long count)
                                                ? new UndoableCount.Read(
                                                        count + chance.below(3) - 1)
                                                : op),
                events -> UndoableCount.check(events, budget),
                events ->
                        BruteForce.explains(
                                Chance.deeds(events, OracleSubjects::holders), Set.of()),
                op -> budget > 0 && op instanceof UndoableCount.Read);
    }

    private static @Nullable Set<String> holders(Set<String> state, UndoableCount.Op op) {
        return switch (op) {
            case UndoableCount.Read(long count) -> state.size() == count ? state : null;
            case UndoableCount.Hold(String member, boolean given) -> {
                Set<String> next = new TreeSet<>(state);
                if (given) {
                    next.add(member);
                } else {
                    next.remove(member);
                }
                yield next;
            }
        };
    }

    private static OracleSubject<Snapshots.Op> snapshots(boolean ordered) {
        return new OracleSubject<>(
                ordered ? "growing list" : "growing set",
                true,
                chance -> {
                    int[] next = new int[1];
                    return chance.history(
                            List.<String>of(),
                            state ->
                                    chance.oneIn(2)
                                            ? new Snapshots.Add("e" + next[0]++)
                                            : new Snapshots.Read(state),
                            (state, op) -> collection(state, op, ordered),
                            op ->
                                    op instanceof Snapshots.Read(List<String> elements)
                                            ? new Snapshots.Read(falsified(chance, elements))
                                            : op);
                },
                ordered ? Snapshots::list : Snapshots::set,
                events ->
                        BruteForce.explains(
                                Chance.deeds(
                                        events,
                                        (List<String> state, Snapshots.Op op) ->
                                                collection(state, op, ordered)),
                                List.of()),
                Snapshots.Read.class::isInstance);
    }

    static List<String> falsified(Chance chance, List<String> elements) {
        List<String> others = new ArrayList<>(elements);
        switch (chance.below(4)) {
            case 0 -> others.add("e" + chance.below(5));
            case 1 -> java.util.Collections.reverse(others);
            default -> {
                if (!others.isEmpty()) {
                    others.remove(chance.below(others.size()));
                }
            }
        }
        return others;
    }

    private static @Nullable List<String> collection(
            List<String> state, Snapshots.Op op, boolean ordered) {
        return switch (op) {
            case Snapshots.Add(String element) -> {
                List<String> next = new ArrayList<>(state);
                next.add(element);
                yield next;
            }
            case Snapshots.Read(List<String> elements) ->
                    (ordered
                                    ? state.equals(elements)
                                    : state.size() == elements.size()
                                            && new HashSet<>(state).equals(new HashSet<>(elements)))
                            ? state
                            : null;
        };
    }

    private static OracleSubject<Presence.Op> presence() {
        return new OracleSubject<>(
                "presence",
                true,
                chance -> {
                    Set<Integer> done = new HashSet<>();
                    return chance.history(
                            0,
                            state ->
                                    chance.oneIn(2) && done.add(state) && state < 2
                                            ? state == 0
                                                    ? new Presence.Add("e")
                                                    : new Presence.Remove("e")
                                            : new Presence.Look("e", state == 1),
                            OracleSubjects::life,
                            op ->
                                    op instanceof Presence.Look(String element, boolean present)
                                            ? new Presence.Look(element, !present)
                                            : op);
                },
                Presence::check,
                events -> BruteForce.explains(Chance.deeds(events, OracleSubjects::life), 0),
                Presence.Look.class::isInstance);
    }

    private static @Nullable Integer life(Integer state, Presence.Op op) {
        return switch (op) {
            case Presence.Add _ -> state == 0 ? Integer.valueOf(1) : null;
            case Presence.Remove _ -> state == 1 ? Integer.valueOf(2) : null;
            case Presence.Look(_, boolean present) -> present == (state == 1) ? state : null;
        };
    }
}
