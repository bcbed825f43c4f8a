package meanwhile.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import meanwhile.history.Call;

/** Divides pages that were read into walks, each from a first page to the next first one. */
final class PageWalks {
    private PageWalks() {}

    /**
     * The walks through these pages.
     *
     * @param walker identifies the walker of a page
     * @param isFirst whether a page begins a walk
     */
    static List<List<Call>> of(
            List<Call> pages, Function<Call, String> walker, Predicate<Call> isFirst) {
        Map<String, List<List<Call>>> walks = new LinkedHashMap<>();
        for (Call page : pages) {
            List<List<Call>> own =
                    walks.computeIfAbsent(walker.apply(page), _ -> new ArrayList<>());
            if (own.isEmpty() || isFirst.test(page)) {
                own.add(new ArrayList<>());
            }
            own.getLast().add(page);
        }
        return walks.values().stream().flatMap(List::stream).toList();
    }
}
