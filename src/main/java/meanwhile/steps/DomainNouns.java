package meanwhile.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/** The nouns of a declared domain, and the sums of which they are terms. */
public final class DomainNouns {
    /**
     * What comes of what people do: "booking". Several operations may lead to it.
     *
     * @param undoing the operations that undo one of these
     */
    public record Noun(
            String one, String several, List<Domain.Action> actions, List<Domain.Action> undoing) {
        /** Whether this undoes the other. */
        boolean undoes(Noun other) {
            return other.undoing().stream().anyMatch(actions::contains);
        }
    }

    /**
     * What deeds make of a number: "minus the quantity of the accepted purchases".
     *
     * @param adds whether they add to it, or take from it
     * @param amount the parameter that says how much; null for one each
     * @param role the parameter that is the thing: "to it"; null if only one can be
     */
    public record Term(boolean adds, @Nullable String amount, Noun noun, @Nullable String role) {}

    /** What all deeds make of a number. */
    public record Terms(List<Term> all) {}

    private static final String BETWEEN = ",? (?:and )?";

    private final Map<String, Noun> nouns = new LinkedHashMap<>();

    DomainNouns(Domain domain) {
        Map<String, List<Domain.Action>> actions = new LinkedHashMap<>();
        for (Domain.Action action : domain.actions()) {
            if (action.noun() != null) {
                actions.computeIfAbsent(action.noun(), _ -> new ArrayList<>()).add(action);
            }
        }
        actions.forEach(
                (one, all) -> {
                    Noun noun =
                            new Noun(
                                    one,
                                    Objects.requireNonNull(all.getFirst().plural()),
                                    List.copyOf(all),
                                    undoing(domain, all));
                    nouns.put(one, noun);
                    nouns.put(noun.several(), noun);
                });
    }

    private static List<Domain.Action> undoing(Domain domain, List<Domain.Action> undone) {
        List<String> names = undone.stream().map(Domain.Action::name).toList();
        return domain.actions().stream()
                .filter(action -> action.undoes() != null && names.contains(action.undoes()))
                .toList();
    }

    /** All words for them, of one and of several. */
    Stream<String> words() {
        return nouns.keySet().stream();
    }

    Noun of(String word) {
        return Objects.requireNonNull(nouns.get(word));
    }

    /**
     * The regular expression of what deeds make of a number.
     *
     * @param deeds that of a noun
     * @param parts that of a parameter
     */
    static String terms(String deeds, String parts) {
        String term =
                "(?:plus|minus) the (?:(?:%2$s) of the )?accepted (?:%1$s)(?: (?:%2$s) it)?"
                        .formatted(deeds, parts);
        return term + "(?:" + BETWEEN + term + ")*";
    }

    Terms terms(String text, String deeds, String parts) {
        List<Term> terms = new ArrayList<>();
        Matcher each =
                Pattern.compile(
                                "(?<sign>plus|minus) the (?:(?<amount>%2$s) of the )?accepted (?<noun>%1$s)(?: (?<role>%2$s) it)?"
                                        .formatted(deeds, parts))
                        .matcher(text);
        while (each.find()) {
            terms.add(
                    new Term(
                            each.group("sign").equals("plus"),
                            key(each.group("amount")),
                            of(each.group("noun")),
                            key(each.group("role"))));
        }
        return new Terms(List.copyOf(terms));
    }

    private static @Nullable String key(@Nullable String words) {
        return words == null ? null : words.replace(' ', '-');
    }
}
