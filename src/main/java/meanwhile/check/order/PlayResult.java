package meanwhile.check.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;

/**
 * What came of one play of an example: what each call was answered, and how the world looked when
 * all was quiet. Two plays are compared by what is said in them, group by group: a group is
 * everything that one actor, or a crowd, was told when doing one thing.
 */
public final class PlayResult {
    private final Map<String, List<Said>> groups = new TreeMap<>();

    /**
     * What one call was told.
     *
     * @param kind the name of its operation
     * @param deed what was done, whoever did it
     * @param outcome "accepted", or why not
     * @param look whether it only looked when all was quiet
     */
    record Said(
            String kind, String deed, String outcome, ToldFacts facts, boolean look, Call call) {}

    private PlayResult() {}

    /**
     * The result of a play.
     *
     * @param history all of its calls
     * @param looks those that were made when all was quiet
     * @param known the feature's names by identifier
     * @param unique what makes names unique to a play
     */
    public static PlayResult of(
            History history, Collection<Call> looks, Map<String, String> known, Pattern unique) {
        PlayNames names = new PlayNames(history, known, unique);
        PlayResult result = new PlayResult();
        for (Call call : history.in(Phase.WHEN).calls()) {
            result.add(names.words(call), said(call, names, false));
        }
        for (Call call : looks) {
            result.add("afterwards " + names.words(call), said(call, names, true));
        }
        return result;
    }

    private void add(String group, Said said) {
        List<Said> all = groups.computeIfAbsent(group, one -> new ArrayList<>());
        if (said.call().operation() instanceof Operation.Read && !said.look()) {
            // Who looks again and again, until something is there, looks as often as it takes.
            all.removeIf(earlier -> earlier.call().actor().equals(said.call().actor()));
        }
        all.add(said);
    }

    private static Said said(Call call, PlayNames names, boolean look) {
        ToldFacts facts =
                call.outcome() instanceof Outcome.Accepted accepted
                        ? ToldFacts.of(call.operation(), accepted.answer(), names)
                        : ToldFacts.NONE;
        return new Said(
                call.operation().key(),
                names.deed(call),
                outcome(call.outcome()),
                facts,
                look,
                call);
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "is accepted";
            case Outcome.Refused refused -> refused.reason();
            case Outcome.Broken broken -> broken.describe();
            case Outcome.Unknown unknown -> "gets no answer";
        };
    }

    /** All groups by their words. */
    Map<String, List<Said>> groups() {
        return groups;
    }

    /** The calls of the moment that such an outcome ended. */
    public List<Call> ended(Predicate<Outcome> such) {
        return groups.values().stream()
                .flatMap(List::stream)
                .filter(said -> !said.look())
                .map(Said::call)
                .filter(call -> such.test(call.outcome()))
                .toList();
    }

    /** The facts that were told, by kind of call and place; sorted. */
    Map<String, Map<String, List<String>>> facts() {
        Map<String, Map<String, List<String>>> all = new HashMap<>();
        for (List<Said> group : groups.values()) {
            for (Said said : group) {
                Map<String, List<String>> places =
                        all.computeIfAbsent(said.kind(), one -> new TreeMap<>());
                said.facts()
                        .values()
                        .forEach(
                                (place, values) ->
                                        places.computeIfAbsent(place, one -> new ArrayList<>())
                                                .addAll(values));
            }
        }
        all.values().forEach(places -> places.values().forEach(Collections::sort));
        return all;
    }
}
