package meanwhile.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Operation;

/**
 * Finds which kinds of operations met in a round: two calls of the action met if there was a moment
 * at which the whole of both requests had left and neither answer had begun.
 */
public final class Meetings {
    private Meetings() {}

    /** Two kinds of operations, by their keys, in the order of the alphabet. */
    public record Pair(String one, String other) {
        /** The pair of two keys, whichever comes first. */
        public static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** The moment at which a call came to the gallery, or had its answer. */
    private record Moment(long at, boolean begins, String key) {}

    /** All pairs of kinds that met in this round, at least one of which writes. */
    public static Set<Pair> in(History round) {
        List<Moment> moments = new ArrayList<>();
        Set<String> writes = new HashSet<>();
        for (Call call : round.in(Phase.WHEN).calls()) {
            String key = call.operation().key();
            moments.add(new Moment(call.times().released(), true, key));
            moments.add(new Moment(call.times().firstByte(), false, key));
            if (call.operation() instanceof Operation.Write) {
                writes.add(key);
            }
        }
        // At one and the same moment what ends goes first: to touch is not to meet.
        moments.sort(Comparator.comparingLong(Moment::at).thenComparing(Moment::begins));
        Map<String, Integer> there = new HashMap<>();
        Set<Pair> met = new HashSet<>();
        for (Moment moment : moments) {
            if (moment.begins()) {
                for (String other : there.keySet()) {
                    if (writes.contains(moment.key()) || writes.contains(other)) {
                        met.add(Pair.of(moment.key(), other));
                    }
                }
                there.merge(moment.key(), 1, Integer::sum);
            } else {
                there.computeIfPresent(moment.key(), (_, count) -> count == 1 ? null : count - 1);
            }
        }
        return met;
    }
}
