package meanwhile.check.contract;

import java.util.Map;
import java.util.Set;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;

/**
 * The names that a cell may use. All are said with spaces: "free seats".
 *
 * @param facts what is known of the things that take part, by the parameter that is the thing
 * @param parameters what the call says
 * @param told the facts of its answer; null if any is possible
 * @param acts whether somebody acts, who is called “who”
 * @param begins whether a thing is being made: “its number”, “its name”
 */
record Vocabulary(
        Map<String, Map<String, Expression.Sort>> facts,
        Map<String, Expression.Sort> parameters,
        @Nullable Set<String> told,
        boolean acts,
        boolean begins) {
    Vocabulary {
        facts = Map.copyOf(facts);
        parameters = Map.copyOf(parameters);
    }

    /** What a thing is at first. */
    static Vocabulary atFirst() {
        return new Vocabulary(Map.of(), Map.of(), Set.of(), false, true);
    }

    /** A name of the profile as it is said. */
    static String spaced(String name) {
        return name.replace('-', ' ');
    }

    /** What can be in the place of a parameter. */
    static Expression.Sort sort(Domain.Type type) {
        return switch (type) {
            case NUMBER, AMOUNT, SPAN -> Expression.Sort.NUMBER;
            case THING, TEXT, NAME, PERSON -> Expression.Sort.TEXT;
        };
    }
}
