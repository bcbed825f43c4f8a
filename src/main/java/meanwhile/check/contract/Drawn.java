package meanwhile.check.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import meanwhile.check.contract.TableRules.Deed;
import meanwhile.language.Domain;

/**
 * What two people do with a few things in all ways that a contract tells apart.
 *
 * @param kinds the kind of each thing
 */
record Drawn(ContractTable table, Pools pools, Map<String, String> kinds) {
    /** The deeds of each operation, at most so many of one. */
    List<Deed> deeds(int most) {
        List<Deed> deeds = new ArrayList<>();
        for (Domain.Action action : table.domain().actions()) {
            if (table.operations().contains(action.name())) {
                List<Map<String, String>> all = List.of(Map.of());
                for (Domain.Parameter parameter : action.parameters()) {
                    all = with(all, parameter, most);
                }
                for (Map<String, String> values : all) {
                    for (String who : Pools.PEOPLE) {
                        deeds.add(new Deed(who, action.name(), values));
                    }
                }
            }
        }
        return deeds;
    }

    private List<Map<String, String>> with(
            List<Map<String, String>> all, Domain.Parameter parameter, int most) {
        List<Map<String, String>> more = new ArrayList<>();
        for (Map<String, String> values : all) {
            for (String value : values(parameter)) {
                // Nobody does something with one thing twice in one call.
                boolean isTwice =
                        parameter.thing() != null && new HashSet<>(values.values()).contains(value);
                if (!isTwice && more.size() < most) {
                    Map<String, String> one = new HashMap<>(values);
                    one.put(parameter.name(), value);
                    more.add(one);
                }
            }
        }
        return more;
    }

    private static boolean isNegative(Value value) {
        BigDecimal number = value.number();
        return number != null && number.signum() < 0;
    }

    private List<String> values(Domain.Parameter parameter) {
        String kind = parameter.thing();
        if (kind == null) {
            return pools.of(Vocabulary.sort(parameter.type())).stream()
                    // Nobody says a number below nothing, unless a row speaks of one.
                    .filter(value -> pools.areNegative() || !isNegative(value))
                    .map(Value::plain)
                    .filter(words -> !words.isEmpty())
                    .toList();
        }
        List<String> things =
                kinds.entrySet().stream()
                        .filter(one -> one.getValue().equals(kind))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        return things.isEmpty() ? List.of("some " + kind) : things;
    }
}
