package meanwhile.model;

import java.util.ArrayList;
import java.util.List;
import meanwhile.oracle.BruteForce;

/** The paging checker, and an oracle that examines every page of a walk. */
final class PagingSubject {
    private PagingSubject() {}

    /** One element, and a walk of two pages through a list that holds only it. */
    static OracleSubject<Paging.Op> paging() {
        return new OracleSubject<>(
                "paging",
                true,
                chance -> {
                    List<Event<Paging.Op>> events = new ArrayList<>();
                    int added = chance.below(12);
                    events.add(chance.event(0, "w", new Paging.Add("e"), added, !chance.oneIn(4)));
                    if (chance.oneIn(2)) {
                        events.add(
                                chance.event(
                                        1,
                                        "w",
                                        new Paging.Remove("e"),
                                        added + 3 + chance.below(9),
                                        !chance.oneIn(4)));
                    }
                    for (int page = 0; page < 2; page++) {
                        List<String> shown = chance.oneIn(2) ? List.of("e") : List.of();
                        int begun = 8 + 4 * page;
                        events.add(
                                new Event<>(
                                        2 + page,
                                        "r",
                                        new Paging.Page(shown, page == 1, null),
                                        begun,
                                        begun + chance.below(4),
                                        true));
                    }
                    return events;
                },
                Paging::check,
                PagingSubject::walkIsRight,
                _ -> false);
    }

    private static boolean walkIsRight(List<Event<Paging.Op>> events) {
        long begun = Long.MAX_VALUE;
        long ended = Long.MIN_VALUE;
        int shown = 0;
        List<BruteForce.Deed> deeds = new ArrayList<>();
        for (Event<Paging.Op> event : events) {
            String mark =
                    switch (event.op()) {
                        case Paging.Add _ -> "+";
                        case Paging.Remove _ -> "-";
                        case Paging.Page page -> {
                            begun = Math.min(begun, event.begun());
                            ended = Math.max(ended, event.ended());
                            shown += page.elements().size();
                            yield "";
                        }
                    };
            if (!mark.isEmpty()) {
                deeds.add(
                        new BruteForce.Deed(
                                event.begun(),
                                event.ended(),
                                event.known(),
                                state -> state + mark));
            }
        }
        if (begun == Long.MAX_VALUE) {
            return true;
        }
        deeds.add(new BruteForce.Deed(begun, begun, true, state -> state + "["));
        deeds.add(new BruteForce.Deed(ended, ended, true, state -> state + "]"));
        return switch (shown) {
            case 0 -> BruteForce.canEnd(deeds, "", order -> !throughout((String) order));
            case 1 -> BruteForce.canEnd(deeds, "", order -> atSomeTime((String) order));
            default -> false;
        };
    }

    private static boolean throughout(String order) {
        return order.startsWith("+[]");
    }

    private static boolean atSomeTime(String order) {
        return order.contains("+")
                && order.indexOf('+') < order.indexOf(']')
                && !order.matches(".*-.*\\[.*");
    }
}
