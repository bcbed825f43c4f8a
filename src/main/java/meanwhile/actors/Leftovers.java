package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What stays on the target, counted by its kind and the reason. Safe for use by many threads. */
final class Leftovers {
    private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();

    /**
     * Counts one thing.
     *
     * @param kind in the plural: "members"
     * @param reason continues a sentence: "which no operation of the profile deletes"
     */
    void add(String kind, String reason) {
        counts.computeIfAbsent(kind + ", " + reason, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** Everything that was counted: "3 members, which no operation of the profile deletes". */
    List<String> words() {
        List<String> words = new ArrayList<>();
        counts.forEach((what, number) -> words.add(number + " " + what));
        return words;
    }
}
