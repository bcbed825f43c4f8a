package meanwhile.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures and bounds the delay until an added element was seen: after the last look that missed
 * it, by the first look that saw it. Intervals allow only bounds.
 */
public final class Visibility {
    private Visibility() {}

    /**
     * The delay of one element, in the unit of the events.
     *
     * @param element the element
     * @param least the lower bound: from the end of its addition to the beginning of the last look
     *     that missed it; 0 if none did
     * @param most the upper bound: from the beginning of its addition to the end of the first look
     *     from which on it was always seen; {@link Long#MAX_VALUE} if it was not
     */
    public record Delay(String element, long least, long most) {}

    /**
     * The delays of all elements whose addition is certain, in the order in which their additions
     * began.
     */
    public static List<Delay> delays(List<Event<Presence.Op>> history) {
        Map<String, List<Event<Presence.Op>>> looks = new HashMap<>();
        List<Event<Presence.Op>> additions = new ArrayList<>();
        for (Event<Presence.Op> event : Event.inOrder(history)) {
            switch (event.op()) {
                case Presence.Add _ -> additions.add(event);
                case Presence.Look(String element, _) ->
                        looks.computeIfAbsent(element, _ -> new ArrayList<>()).add(event);
                case Presence.Remove _ -> {}
            }
        }
        return additions.stream()
                .filter(Event::known)
                .map(
                        addition ->
                                delay(
                                        addition,
                                        looks.getOrDefault(addition.op().element(), List.of())))
                .toList();
    }

    /**
     * Checks that each element was seen by every look that began later than the promised delay
     * after its addition was confirmed, until its removal may have begun.
     *
     * @param delay in the unit of the events
     */
    public static Ruling<Presence.Op> within(List<Event<Presence.Op>> history, long delay) {
        return Presence.check(
                history.stream()
                        .map(
                                event ->
                                        event.op() instanceof Presence.Look
                                                ? event.lagging(delay)
                                                : event)
                        .toList());
    }

    private static Delay delay(Event<Presence.Op> addition, List<Event<Presence.Op>> looks) {
        long lastMissed =
                looks.stream()
                        .filter(look -> look.known() && !sees(look))
                        .mapToLong(Event::begun)
                        .max()
                        .orElse(Long.MIN_VALUE);
        long firstSeen =
                looks.stream()
                        .filter(look -> look.known() && sees(look) && look.begun() > lastMissed)
                        .min(Comparator.comparingLong(Event::ended))
                        .map(Event::ended)
                        .orElse(Long.MAX_VALUE);
        return new Delay(
                addition.op().element(),
                Math.max(addition.ended(), lastMissed) - addition.ended(),
                firstSeen == Long.MAX_VALUE ? firstSeen : firstSeen - addition.begun());
    }

    private static boolean sees(Event<Presence.Op> look) {
        return look.op() instanceof Presence.Look(_, boolean present) && present;
    }
}
