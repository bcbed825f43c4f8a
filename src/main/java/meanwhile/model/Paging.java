package meanwhile.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a walk through all pages of a list that changes meanwhile shows exactly once what was
 * there throughout, never what was not there at any time, and everything else at most once. Sound
 * and complete for that promise, linear in what was shown.
 */
public final class Paging {
    private Paging() {}

    /** The operations. */
    public sealed interface Op {}

    /** Adds an element to the list. */
    public record Add(String element) implements Op {
        @Override
        public String toString() {
            return "adds " + element;
        }
    }

    /** Removes an element from the list. */
    public record Remove(String element) implements Op {
        @Override
        public String toString() {
            return "removes " + element;
        }
    }

    /**
     * Reads a page.
     *
     * @param elements the elements that it shows
     * @param last whether it says that nothing follows
     * @param total the number of elements in all; null if the page does not say
     */
    public record Page(List<String> elements, boolean last, @Nullable Long total) implements Op {
        public Page {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return "reads a page with " + elements;
        }
    }

    /**
     * Checks that the walk was right.
     *
     * @param history the pages of one walk in the order read, and all additions and removals
     */
    public static Ruling<Op> check(List<Event<Op>> history) {
        List<Event<Op>> pages =
                Event.inOrder(history).stream()
                        .filter(event -> event.op() instanceof Page)
                        .toList();
        if (pages.isEmpty() || !pages.stream().allMatch(Event::known)) {
            return new Ruling.Open<>("not all pages could be read");
        }
        if (!page(pages.getLast()).last()) {
            return new Ruling.Illegal<>(
                    pages, "Expected the pages to end, they went on", "There was no last page");
        }
        Map<String, List<Event<Op>>> shown = new HashMap<>();
        for (Event<Op> page : pages) {
            for (String element : page(page).elements()) {
                shown.computeIfAbsent(element, _ -> new ArrayList<>()).add(page);
            }
        }
        for (Map.Entry<String, List<Event<Op>>> element : shown.entrySet()) {
            if (element.getValue().size() > 1) {
                return new Ruling.Illegal<>(
                        element.getValue().stream().distinct().toList(),
                        "Expected “%s” at most once, saw it %d times"
                                .formatted(element.getKey(), element.getValue().size()),
                        "All pages are of one walk");
            }
        }
        return lives(history, pages, shown);
    }

    /**
     * Checks that the total that each page announces is at least the number of elements on all
     * pages that were already there when the page was read, and for certain still were.
     */
    public static Ruling<Op> totals(List<Event<Op>> history) {
        Map<String, Event<Op>> added = new HashMap<>();
        Map<String, Event<Op>> removed = new HashMap<>();
        index(history, added, removed);
        for (Event<Op> page : history) {
            if (!page.known() || !(page.op() instanceof Page(_, _, Long total)) || total == null) {
                continue;
            }
            List<Event<Op>> there =
                    added.entrySet().stream()
                            .filter(element -> element.getValue().before(page))
                            .filter(element -> !mayBeGone(removed.get(element.getKey()), page))
                            .map(Map.Entry::getValue)
                            .toList();
            if (total < there.size()) {
                List<Event<Op>> why =
                        new ArrayList<>(there.subList(0, (int) Math.max(-1, total) + 1));
                String enough = Ruling.enough(why.size(), there.size(), "elements");
                why.add(page);
                return new Ruling.Illegal<>(
                        why,
                        "Expected a total of at least %d, saw %d".formatted(there.size(), total)
                                + enough,
                        "All of these had been added before, and none had been removed");
            }
        }
        return new Ruling.Legal<>();
    }

    private static Ruling<Op> lives(
            List<Event<Op>> history, List<Event<Op>> pages, Map<String, List<Event<Op>>> shown) {
        Map<String, Event<Op>> added = new HashMap<>();
        Map<String, Event<Op>> removed = new HashMap<>();
        index(history, added, removed);
        Event<Op> first = pages.getFirst();
        Event<Op> last = pages.getLast();
        for (Map.Entry<String, Event<Op>> element : added.entrySet()) {
            String name = element.getKey();
            if (element.getValue().before(first)
                    && !mayBeGone(removed.get(name), last)
                    && !shown.containsKey(name)) {
                return illegal(
                        with(pages, element.getValue()),
                        "Expected to see “%s”, did not".formatted(name),
                        "It was there before the first page was asked for, and stayed");
            }
        }
        for (Map.Entry<String, List<Event<Op>>> element : shown.entrySet()) {
            String name = element.getKey();
            Event<Op> page = element.getValue().getFirst();
            Event<Op> addition = added.get(name);
            Event<Op> removal = removed.get(name);
            if (addition == null || addition.begun() > last.ended()) {
                return illegal(
                        addition == null ? List.of(page) : List.of(page, addition),
                        "Expected not to see “%s”, saw it".formatted(name),
                        "Nobody had added it by then");
            }
            if (removal != null && removal.before(first)) {
                return illegal(
                        List.of(removal, page),
                        "Expected not to see “%s”, saw it".formatted(name),
                        "It was gone before the first page was asked for");
            }
        }
        return new Ruling.Legal<>();
    }

    private static boolean mayBeGone(@Nullable Event<Op> removal, Event<Op> page) {
        return removal != null && removal.begun() <= page.ended();
    }

    private static void index(
            List<Event<Op>> history, Map<String, Event<Op>> added, Map<String, Event<Op>> removed) {
        for (Event<Op> event : history) {
            switch (event.op()) {
                case Add(String element) -> added.put(element, event);
                case Remove(String element) -> removed.put(element, event);
                case Page _ -> {}
            }
        }
    }

    private static List<Event<Op>> with(List<Event<Op>> pages, Event<Op> other) {
        List<Event<Op>> events = new ArrayList<>(pages);
        events.add(other);
        return events;
    }

    private static Ruling<Op> illegal(List<Event<Op>> why, String expected, String conclusion) {
        return new Ruling.Illegal<>(why, expected, conclusion);
    }

    private static Page page(Event<Op> event) {
        return (Page) event.op();
    }
}
