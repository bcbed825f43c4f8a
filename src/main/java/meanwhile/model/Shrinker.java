package meanwhile.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Shrinks events that no order explains to few that none explains either, by leaving out halves,
 * quarters and so on down to single events (after A. Zeller and R. Hildebrandt, "Simplifying and
 * Isolating Failure-Inducing Input", 2002), and single events again until none can be left out.
 *
 * <p>That the rest is illegal proves something about the whole only if leaving events out never
 * makes a legal history illegal. So an event may be left out only where its absence cannot be
 * noticed, by a rule that each checker gives. The result of a very long history may be larger than
 * necessary.
 */
final class Shrinker<O> {
    /** Says which events may be left out without the remaining ones noticing their absence. */
    @FunctionalInterface
    interface Rule<O> {
        /** Asked once for each choice of remaining events. */
        Predicate<Event<O>> unnoticedBy(List<Event<O>> stay);
    }

    /** The number of events that may be examined in all, so that shrinking a long history ends. */
    private static final long MOST = 50_000_000;

    private final Predicate<List<Event<O>>> illegal;
    private final Rule<O> rule;
    private long looked;

    private Shrinker(Predicate<List<Event<O>>> illegal, Rule<O> rule) {
        this.illegal = illegal;
        this.rule = rule;
    }

    /**
     * @param events illegal events, in the order in which they began
     * @param illegal whether some of them are illegal too
     * @param rule says which of them may be left out
     */
    static <O> List<Event<O>> minimal(
            List<Event<O>> events, Predicate<List<Event<O>>> illegal, Rule<O> rule) {
        return new Shrinker<>(illegal, rule).shrink(events);
    }

    /**
     * The rule of a number that changes: reads may be left out, and so may changes that began after
     * all remaining reads.
     */
    static <O> Predicate<Event<O>> afterAllReads(List<Event<O>> stay, Class<? extends O> read) {
        long last =
                stay.stream()
                        .filter(event -> event.known() && read.isInstance(event.op()))
                        .mapToLong(Event::ended)
                        .max()
                        .orElse(Long.MIN_VALUE);
        return event -> read.isInstance(event.op()) || event.begun() > last;
    }

    private List<Event<O>> shrink(List<Event<O>> events) {
        List<Event<O>> kept = events;
        for (int size = Math.max(1, events.size() / 2); size > 1; size /= 2) {
            kept = pass(kept, size);
        }
        for (int before = kept.size() + 1; kept.size() < before; ) {
            before = kept.size();
            kept = pass(kept, 1);
        }
        return kept;
    }

    /** Tries to leave out each run of this size, from the end to the beginning. */
    private List<Event<O>> pass(List<Event<O>> events, int size) {
        List<Event<O>> kept = events;
        for (int to = kept.size(); to > 0 && looked < MOST; to -= size) {
            List<Event<O>> fewer = without(kept, Math.max(0, to - size), to);
            if (fewer.size() < kept.size() && illegal.test(fewer)) {
                kept = fewer;
            }
        }
        return kept;
    }

    /**
     * All events but those of this run that may be left out, which depends on which others of it
     * are.
     */
    private List<Event<O>> without(List<Event<O>> events, int from, int to) {
        Set<Integer> going = new HashSet<>();
        for (int i = from; i < to; i++) {
            going.add(i);
        }
        boolean stable = false;
        while (!stable) {
            Predicate<Event<O>> unnoticed = rule.unnoticedBy(staying(events, going));
            stable = !going.removeIf(i -> !unnoticed.test(events.get(i)));
        }
        return staying(events, going);
    }

    private List<Event<O>> staying(List<Event<O>> events, Set<Integer> going) {
        looked += events.size();
        List<Event<O>> stay = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (!going.contains(i)) {
                stay.add(events.get(i));
            }
        }
        return stay;
    }
}
