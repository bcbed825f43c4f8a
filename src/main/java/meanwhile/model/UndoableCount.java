package meanwhile.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that the count of what members can give and take back is linearizable: favourites, votes.
 * Each member is a register of nothing or one, and the count is the number of members who hold one.
 *
 * <p>First each read is judged by itself: it is bounded from below by the members who certainly
 * held one and from above by those who may have, and everything between is possible. That is sound
 * but incomplete: two reads that only contradict each other pass. Then follows a search through the
 * orders, complete within its budget.
 */
public final class UndoableCount {
    /**
     * The largest number of members that fit one state of the search; with more only the bounds
     * judge.
     */
    public static final int MOST_MEMBERS = 62;

    private UndoableCount() {}

    /** The operations. */
    public sealed interface Op {}

    /** A member gives one, or takes it back; repeating it changes nothing. */
    public record Hold(String member, boolean given) implements Op {
        @Override
        public String toString() {
            return member + (given ? " gives one" : " takes one back");
        }
    }

    /** Reads the count. */
    public record Read(long count) implements Op {
        @Override
        public String toString() {
            return "reads " + count;
        }
    }

    /**
     * Checks that some order explains all events; no one holds anything at first.
     *
     * @param budget the number of steps that the search may try; with 0 only the bounds judge
     */
    public static Ruling<Op> check(List<Event<Op>> history, long budget) {
        List<Event<Op>> events = Event.inOrder(history);
        Ruling<Op> bounds = bounds(events);
        if (bounds instanceof Ruling.Illegal<Op> || budget == 0) {
            return bounds;
        }
        Members members = new Members(events);
        if (members.numbers.size() > MOST_MEMBERS) {
            return new Ruling.Open<>(
                    "each read is possible by itself; for all together there are too many members");
        }
        return switch (Linearizer.search(events, members, budget)) {
            case Linearizer.Explained _ -> new Ruling.Legal<>();
            case Linearizer.GaveUp _ ->
                    new Ruling.Open<>(
                            "each read is possible by itself; for all together there are too many"
                                    + " orders");
            case Linearizer.Stuck(int event, _) ->
                    illegal(Register.before(events, events.get(event)), budget);
        };
    }

    private static Ruling<Op> illegal(List<Event<Op>> events, long budget) {
        List<Event<Op>> few =
                Shrinker.minimal(
                        events,
                        fewer ->
                                Linearizer.search(fewer, new Members(fewer), budget)
                                        instanceof Linearizer.Stuck,
                        _ -> event -> event.op() instanceof Read);
        return new Ruling.Illegal<>(
                few,
                "Expected counts that go together, saw others",
                "No order of these explains all the counts that were seen");
    }

    private static Ruling<Op> bounds(List<Event<Op>> events) {
        Map<String, List<Event<Op>>> members = new LinkedHashMap<>();
        for (Event<Op> event : events) {
            if (event.op() instanceof Hold(String member, _)) {
                members.computeIfAbsent(member, _ -> new ArrayList<>()).add(event);
            }
        }
        for (Event<Op> read : events) {
            if (!read.known() || !(read.op() instanceof Read(long count))) {
                continue;
            }
            List<List<Event<Op>>> certain = new ArrayList<>();
            List<List<Event<Op>>> possible = new ArrayList<>();
            for (List<Event<Op>> holds : members.values()) {
                if (mayBe(true, holds, read)) {
                    possible.add(holds);
                    if (!mayBe(false, holds, read)) {
                        certain.add(holds);
                    }
                }
            }
            if (count < certain.size()) {
                List<List<Event<Op>>> few = certain.subList(0, (int) Math.max(-1, count) + 1);
                return outside(
                        read,
                        few,
                        "Expected at least %d, saw %d".formatted(certain.size(), count)
                                + Ruling.enough(few.size(), certain.size(), "holders"),
                        "All of these were confirmed before, and none was taken back");
            }
            if (count > possible.size()) {
                return outside(
                        read,
                        members.values(),
                        "Expected at most %d, saw %d".formatted(possible.size(), count),
                        "Nobody else could hold one then");
            }
        }
        return new Ruling.Legal<>();
    }

    /** Whether a member may have held this at some moment of the read. */
    private static boolean mayBe(boolean given, List<Event<Op>> holds, Event<Op> read) {
        if (!given && holds.stream().noneMatch(hold -> hold.before(read))) {
            return true;
        }
        for (Event<Op> hold : holds) {
            if (((Hold) hold.op()).given() == given
                    && hold.begun() <= read.ended()
                    && holds.stream()
                            .noneMatch(later -> hold.before(later) && later.before(read))) {
                return true;
            }
        }
        return false;
    }

    private static Ruling<Op> outside(
            Event<Op> read, Iterable<List<Event<Op>>> members, String expected, String conclusion) {
        List<Event<Op>> why = new ArrayList<>();
        for (List<Event<Op>> holds : members) {
            holds.stream().filter(hold -> hold.begun() <= read.ended()).forEach(why::add);
        }
        why.add(read);
        return new Ruling.Illegal<>(why, expected, conclusion);
    }

    /** The holders as the bits of a number, and these numbers in the order in which they arose. */
    private static final class Members implements Linearizer.Steps {
        private final List<Event<Op>> events;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Numbering<Long> states = new Numbering<>();

        Members(List<Event<Op>> events) {
            this.events = events;
            for (Event<Op> event : events) {
                if (event.op() instanceof Hold(String member, _)) {
                    numbers.putIfAbsent(member, numbers.size());
                }
            }
            states.of(0L);
        }

        @Override
        public int initial() {
            return 0;
        }

        @Override
        public int next(int state, int event) {
            long holding = states.get(state);
            return switch (events.get(event).op()) {
                case Read(long count) -> Long.bitCount(holding) == count ? state : -1;
                case Hold(String member, boolean given) -> {
                    long bit = 1L << numbers.getOrDefault(member, 0);
                    yield states.of(given ? holding | bit : holding & ~bit);
                }
            };
        }

        @Override
        public boolean pure(int event) {
            return events.get(event).op() instanceof Read;
        }

        @Override
        public int kind(int event) {
            return switch (events.get(event).op()) {
                case Read _ -> -1;
                case Hold(String member, boolean given) ->
                        2 * numbers.getOrDefault(member, 0) + (given ? 1 : 0);
            };
        }
    }
}
