package meanwhile.check.declared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import meanwhile.history.Call;

/**
 * Which deeds stand when all is quiet: they happened, and nothing undid them.
 *
 * <p>An undoing that is accepted undoes one deed if it finds one done. Where several deeds of one
 * person are alike, nobody knows which one an undoing without an id means, and only their number is
 * known; it lies between two matchings of deeds and undoings.
 *
 * @param certain those that stand, whatever the calls without a clear answer did
 * @param maybe those that may stand or not
 */
public record StandingDeeds(List<Call> certain, List<Call> maybe) {
    static StandingDeeds of(List<Call> deeds, List<Undo> undoings) {
        Map<Set<Undo>, List<Call>> alike = new LinkedHashMap<>();
        for (Call deed : deeds) {
            Set<Undo> undos = new HashSet<>();
            undoings.stream()
                    .filter(undo -> undo.call().possible() && undo.isOf(deed))
                    .forEach(undos::add);
            alike.computeIfAbsent(undos, _ -> new ArrayList<>()).add(deed);
        }
        List<Call> certain = new ArrayList<>();
        List<Call> maybe = new ArrayList<>();
        alike.forEach((undos, some) -> sort(some, undos, certain, maybe));
        return new StandingDeeds(List.copyOf(certain), List.copyOf(maybe));
    }

    private static void sort(
            List<Call> alike, Set<Undo> undos, List<Call> certain, List<Call> maybe) {
        List<Call> accepted = alike.stream().filter(Call::accepted).toList();
        List<Call> possible =
                Stream.concat(
                                accepted.stream(),
                                alike.stream().filter(call -> call.possible() && !call.accepted()))
                        .toList();
        int most = possible.size() - undone(accepted, undos, Undo::found);
        int least = accepted.size() - undone(accepted, undos, Undo::mayUndo);
        if (possible.stream().map(DeedFacts::said).distinct().count() > 1
                && least < accepted.size()
                && most > 0) {
            maybe.addAll(possible);
        } else {
            certain.addAll(accepted.subList(0, least));
            maybe.addAll(possible.subList(least, most));
        }
    }

    /**
     * How many of the deeds are undone, if each undoing undoes one that fits it and is left. The
     * deeds that fit one undoing are among those that fit the next, so that it does not matter
     * which one is taken.
     */
    private static int undone(List<Call> deeds, Set<Undo> undos, BiPredicate<Undo, Call> fits) {
        List<List<Call>> fitting =
                undos.stream()
                        .map(undo -> deeds.stream().filter(deed -> fits.test(undo, deed)).toList())
                        .sorted(Comparator.comparingInt(List::size))
                        .toList();
        Set<Call> taken = new HashSet<>();
        for (List<Call> some : fitting) {
            some.stream().filter(deed -> !taken.contains(deed)).findFirst().ifPresent(taken::add);
        }
        return taken.size();
    }
}
