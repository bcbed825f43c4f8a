package meanwhile.check.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/**
 * The operations of which a contract may speak: those of a domain, or, where no domain is declared,
 * those that the contract itself words.
 *
 * @param domain the operations
 * @param declared whether a profile declares them
 */
record Operations(Domain domain, boolean declared) {
    /** Who does it: anybody. */
    private static final Pattern SOMEBODY = Pattern.compile("somebody (.+)");

    /** What happens by itself. */
    private static final Pattern BY_ITSELF = Pattern.compile("(?:an? |the )?\\{([^}]+)} by itself");

    static Operations of(ContractText text, Domain declared, Set<String> kinds) {
        if (!declared.isEmpty()) {
            return new Operations(declared, true);
        }
        Map<String, Domain.Action> actions = new LinkedHashMap<>();
        for (ContractText.Table table : text.tables()) {
            for (List<String> row : table.kind() == null ? table.rows() : List.<List<String>>of()) {
                String said = somebody(row.getFirst());
                if (said != null) {
                    actions.putIfAbsent(shape(said), worded(said, kinds));
                }
            }
        }
        Map<String, Domain.Thing> things = new LinkedHashMap<>();
        for (String kind : kinds) {
            things.put(kind, new Domain.Thing(kind, kind + "s", false, false, Map.of()));
        }
        return new Operations(
                new Domain(
                        things,
                        List.copyOf(actions.values()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null),
                false);
    }

    /** What somebody does; null if the cell does not say that somebody does something. */
    static @Nullable String somebody(String cell) {
        Matcher somebody = SOMEBODY.matcher(cell);
        return somebody.matches() && !BY_ITSELF.matcher(cell).matches() ? somebody.group(1) : null;
    }

    /** The kind of thing that changes by itself; null if the cell says nothing like it. */
    static @Nullable String itself(String cell) {
        Matcher itself = BY_ITSELF.matcher(cell);
        return itself.matches() ? itself.group(1).strip() : null;
    }

    /** The operation of this phrase, whose types need not be said again. */
    Domain.Action said(String phrase) throws Cell.Fault {
        Set<String> known = new TreeSet<>();
        for (Domain.Action action : domain.actions()) {
            if (shape(action.phrase()).equals(shape(phrase))) {
                return action;
            }
            known.add(action.phrase());
        }
        throw new Cell.Fault(
                "nobody “%s” in this domain; what people do is “%s”"
                        .formatted(phrase, String.join("”, “", known)));
    }

    /** The phrase with the names of its parameters alone. */
    private static String shape(String phrase) {
        return Domain.GAP.matcher(phrase).replaceAll(gap -> "{" + name(gap.group(1)) + "}");
    }

    private static String name(String gap) {
        return gap.strip().replace(' ', '-');
    }

    private static Domain.Action worded(String phrase, Set<String> kinds) {
        List<Domain.Parameter> parameters = new ArrayList<>();
        Matcher gaps = Domain.GAP.matcher(phrase);
        while (gaps.find()) {
            String type = gaps.group(2) == null ? gaps.group(1).strip() : gaps.group(2).strip();
            parameters.add(
                    kinds.contains(type)
                            ? new Domain.Parameter(name(gaps.group(1)), Domain.Type.THING, type)
                            : new Domain.Parameter(
                                    name(gaps.group(1)),
                                    Domain.Type.NAMES.getOrDefault(type, Domain.Type.AMOUNT),
                                    null));
        }
        return new Domain.Action(
                slug(phrase),
                phrase,
                phrase,
                phrase,
                parameters,
                List.of(),
                List.of(),
                false,
                null,
                List.of());
    }

    /**
     * What a recorded call names the operation: “deposits {sum} into {account}” is deposits-into.
     */
    static String slug(String phrase) {
        String words = Domain.GAP.matcher(phrase).replaceAll(" ").strip();
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "-");
    }

    /** The facts that the answer to an operation tells; null if any are possible. */
    @Nullable Set<String> told(Domain.Action action) {
        if (!declared) {
            return null;
        }
        Set<String> told = new LinkedHashSet<>();
        action.facts().forEach(fact -> told.add(Vocabulary.spaced(fact)));
        action.lists().forEach(fact -> told.add(Vocabulary.spaced(fact)));
        return told;
    }
}
