package meanwhile.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a growing collection, of which every read shows everything, is linearizable: a set
 * (order without meaning), or a list that grows at its end. Each element is added once, and none is
 * removed. Sound and complete, in n log n of everything shown.
 *
 * <p>The reads must form a chain: of two, one shows all that the other does (for a list, as its
 * prefix). That fixes the order of the reads, and between which of them each addition lies. It
 * remains to check whether that order ever puts an event before another that had ended before it
 * began: no event may have ended before the latest beginning among those of lower rank.
 */
public final class Snapshots {
    private Snapshots() {}

    /** The operations. */
    public sealed interface Op {}

    /** Adds an element that no other event adds. */
    public record Add(String element) implements Op {
        @Override
        public String toString() {
            return "adds " + element;
        }
    }

    /** Reads all elements, in the order shown. */
    public record Read(List<String> elements) implements Op {
        public Read {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return "sees " + elements;
        }
    }

    /** Checks that some order explains all events on a set that was empty before. */
    public static Ruling<Op> set(List<Event<Op>> history) {
        return check(history, false);
    }

    /** Checks that some order explains all events on a list that was empty before. */
    public static Ruling<Op> list(List<Event<Op>> history) {
        return check(history, true);
    }

    private static Ruling<Op> check(List<Event<Op>> history, boolean ordered) {
        List<Event<Op>> events = Event.inOrder(history);
        if (fault(events, ordered) == null) {
            return new Ruling.Legal<>();
        }
        List<Event<Op>> few =
                Shrinker.minimal(
                        events, fewer -> fault(fewer, ordered) != null, Snapshots::unnoticedBy);
        String fault = fault(few, ordered);
        return new Ruling.Illegal<>(
                few,
                fault == null ? "" : fault,
                ordered
                        ? "No order of these gives the lists that were seen"
                        : "No order of these gives what was seen");
    }

    /** Reads may be left out, and additions that no remaining event saw, if none should have. */
    private static Predicate<Event<Op>> unnoticedBy(List<Event<Op>> stay) {
        Set<String> seen = new HashSet<>();
        for (Event<Op> event : stay) {
            if (event.op() instanceof Read(List<String> elements)) {
                seen.addAll(elements);
            }
        }
        return event -> !(event.op() instanceof Add(String element)) || !seen.contains(element);
    }

    /** The fault; null if there is none. */
    private static @Nullable String fault(List<Event<Op>> events, boolean ordered) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Event<Op>> additions = new ArrayList<>();
        List<Event<Op>> reads = new ArrayList<>();
        for (Event<Op> event : events) {
            switch (event.op()) {
                case Add(String element) -> {
                    if (numbers.put(element, additions.size()) != null) {
                        throw new IllegalArgumentException(element + " is added twice");
                    }
                    additions.add(event);
                }
                case Read _ -> {
                    if (event.known()) {
                        reads.add(event);
                    }
                }
            }
        }
        reads.sort(Comparator.comparingInt(read -> elements(read).size()));
        int[] ranks = new int[additions.size()];
        String fault = chain(reads, numbers, ranks, ordered);
        return fault != null ? fault : outOfTime(additions, reads, ranks);
    }

    /**
     * Gives each element, by its number, the size of the first read that shows it, or its position
     * in the list; elements that no read shows keep 0.
     */
    private static @Nullable String chain(
            List<Event<Op>> reads, Map<String, Integer> numbers, int[] ranks, boolean ordered) {
        int before = 0;
        int[] lastShown = new int[ranks.length];
        for (int read = 1; read <= reads.size(); read++) {
            List<String> shown = elements(reads.get(read - 1));
            int known = 0;
            boolean twice = false;
            for (int i = 0; i < shown.size(); i++) {
                Integer number = numbers.get(shown.get(i));
                if (number == null) {
                    return "Expected to see only what was added, saw “" + shown.get(i) + "”";
                }
                twice |= lastShown[number] == read;
                lastShown[number] = read;
                int rank = ranks[number];
                if (rank == 0) {
                    ranks[number] = ordered ? i + 1 : shown.size();
                } else if (ordered && rank != i + 1) {
                    return "Expected “%s” in one place for all, saw it in places %d and %d"
                            .formatted(shown.get(i), rank, i + 1);
                } else if (rank <= before) {
                    known++;
                }
            }
            if (twice) {
                return "Expected each element once, saw one twice";
            }
            if (known < before) {
                return "Expected one of two reads to show all that the other does, saw each lack"
                        + " something of the other";
            }
            before = shown.size();
        }
        return null;
    }

    private static @Nullable String outOfTime(
            List<Event<Op>> additions, List<Event<Op>> reads, int[] ranks) {
        List<Ranked> all = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            if (ranks[i] > 0) {
                all.add(new Ranked(2L * ranks[i] - 1, additions.get(i)));
            } else if (additions.get(i).known()) {
                all.add(new Ranked(Long.MAX_VALUE, additions.get(i)));
            }
        }
        for (Event<Op> read : reads) {
            all.add(new Ranked(2L * elements(read).size(), read));
        }
        all.sort(Comparator.comparingLong(Ranked::rank));
        long lower = Long.MIN_VALUE;
        for (int i = 0; i < all.size(); ) {
            int end = i;
            long latest = lower;
            for (; end < all.size() && all.get(end).rank() == all.get(i).rank(); end++) {
                Event<Op> event = all.get(end).event();
                if (event.latest() < lower) {
                    return event.op() instanceof Add(String element)
                            ? "Expected to see “%s”, whose addition was confirmed before, did not"
                                    .formatted(element)
                            : "Expected to see at least what was seen before, saw less";
                }
                latest = Math.max(latest, event.begun());
            }
            lower = latest;
            i = end;
        }
        return null;
    }

    private record Ranked(long rank, Event<Op> event) {}

    private static List<String> elements(Event<Op> read) {
        return ((Read) read.op()).elements();
    }
}
