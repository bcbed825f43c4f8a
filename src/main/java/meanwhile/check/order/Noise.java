package meanwhile.check.order;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Facts that differ from play to play although the calls come in the same order: times, tokens,
 * random numbers. They are not compared.
 */
public final class Noise {
    private static final String NUMBER = "#";

    private final Set<String> places = new TreeSet<>();

    /** What differs between two plays of one order is noise from now on. */
    public void learn(PlayResult one, PlayResult other) {
        Map<String, Map<String, List<String>>> second = other.facts();
        one.facts()
                .forEach(
                        (kind, some) -> {
                            Map<String, List<String>> others = second.get(kind);
                            if (others != null) {
                                compare(kind, some, others);
                            }
                        });
    }

    private void compare(
            String kind, Map<String, List<String>> some, Map<String, List<String>> others) {
        Map<String, List<String>> rest = new HashMap<>(some);
        others.forEach((place, values) -> compare(kind, place, values, rest.remove(place)));
        rest.keySet().forEach(place -> cover(kind, place, true));
    }

    private void compare(
            String kind, String place, List<String> some, @Nullable List<String> others) {
        if (!some.equals(others)) {
            cover(kind, place, others == null || some.size() != others.size());
        }
    }

    private void cover(String kind, String place, boolean number) {
        places.add(kind + " " + place);
        if (number) {
            places.add(kind + " " + place + NUMBER);
        }
    }

    /** The facts without what differs from play to play. */
    ToldFacts mask(String kind, ToldFacts facts) {
        Map<String, List<String>> rest = new TreeMap<>();
        facts.values()
                .forEach(
                        (place, all) -> {
                            if (!covers(kind, place)) {
                                rest.put(place, all);
                            } else if (place.contains(ToldFacts.ELEMENT)
                                    && !coversNumber(kind, place)) {
                                rest.put(place, Collections.nCopies(all.size(), "…"));
                            }
                        });
        return new ToldFacts(rest);
    }

    /** Whether the values at this place of an answer to this kind of call are not compared. */
    private boolean covers(String kind, String place) {
        return places.contains(kind + " " + place);
    }

    /** Whether not even their number is compared. */
    private boolean coversNumber(String kind, String place) {
        return places.contains(kind + " " + place + NUMBER);
    }

    /** The places of what is not compared. */
    Set<String> places() {
        return Set.copyOf(places);
    }

    /** What is not compared, in words. */
    public List<String> words() {
        return places.stream()
                .filter(place -> !place.endsWith(NUMBER))
                .map(place -> ToldFacts.told(place.substring(place.indexOf(' ') + 1)))
                .distinct()
                .toList();
    }
}
