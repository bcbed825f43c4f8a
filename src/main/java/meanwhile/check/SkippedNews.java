package meanwhile.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meanwhile.history.Call;

/**
 * Checks that no one is told of an event and never of one that others were told of before it.
 *
 * <p>News has one order, the same for all, and everyone reads it on from their own position. An
 * actor who heard of an event has passed everything before it: what another heard before that was
 * due earlier, and will not come any more. Time plays no part in it.
 */
final class SkippedNews {
    private SkippedNews() {}

    /** One piece of news and the answer that told it. */
    record Heard(String what, Call in) {}

    /**
     * Checks that no one passed over what another heard.
     *
     * @param streams what each actor heard, in order, all from positions older than any of it
     */
    static Verdict check(List<List<Heard>> streams) {
        for (List<Heard> one : streams) {
            for (List<Heard> other : streams) {
                Verdict verdict = check(one, other);
                if (!(verdict instanceof Verdict.Holds)) {
                    return verdict;
                }
            }
        }
        return Verdict.holds();
    }

    private static Verdict check(List<Heard> complete, List<Heard> other) {
        Set<String> heard = new HashSet<>();
        other.forEach(one -> heard.add(one.what()));
        for (int i = 0; i < complete.size(); i++) {
            Heard missed = complete.get(i);
            if (heard.contains(missed.what())) {
                continue;
            }
            for (Heard later : complete.subList(i + 1, complete.size())) {
                if (heard.contains(later.what())) {
                    return Verdict.contradicted(
                            "Expected to be told of “%s” before “%s”, was never told"
                                    .formatted(missed.what(), later.what()),
                            List.of(missed.in(), teller(other, later.what())),
                            "Another heard of both, in this order");
                }
            }
        }
        return Verdict.holds();
    }

    private static Call teller(List<Heard> stream, String what) {
        return stream.stream()
                .filter(heard -> heard.what().equals(what))
                .findFirst()
                .orElseThrow()
                .in();
    }
}
