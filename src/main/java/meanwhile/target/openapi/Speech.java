package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a phrase, in the order in which they are said. */
final class Speech {
    /** A sentence with more numbers and texts than that is no sentence that anybody says. */
    private static final int MOST = 3;

    private static final Set<String> RESERVED = Set.of("me", "token", "refresh-token", "key", "id");

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    /**
     * A parameter.
     *
     * @param name its name in requests
     * @param type a kind of thing, or a type of the profile
     * @param words how people call it
     * @param thing whether it is a thing
     * @param numbered whether it is a number in JSON
     */
    record Parameter(String name, String type, String words, boolean thing, boolean numbered) {
        /** As a phrase says it. */
        String spoken() {
            return isNamedByType() ? "{%s}".formatted(type) : "{%s: %s}".formatted(name, type);
        }

        boolean isNamedByType() {
            return name.equals(type.replace(' ', '-'));
        }

        /** As a request says it. */
        String gap() {
            return "{" + name + "}";
        }

        /** As JSON says it. */
        String gapInJson() {
            return numbered ? "{" + name + ":number}" : gap();
        }
    }

    /**
     * A thing.
     *
     * @param words how the document calls it here: “from account”
     */
    Parameter thing(Kind kind, List<String> words) {
        List<String> own = PlainWords.withoutId(words);
        boolean longer = PlainWords.join(own).endsWith(" " + kind.name());
        String name =
                longer ? PlainWords.kebab(own) : PlainWords.kebab(List.of(kind.name().split(" ")));
        return parameters.computeIfAbsent(
                name,
                _ ->
                        new Parameter(
                                name,
                                kind.name(),
                                longer ? PlainWords.join(own) : kind.name(),
                                true,
                                kind.numbered()));
    }

    /** Something else in the path, which must be said. */
    Parameter needed(List<String> words, String type) {
        List<String> own = PlainWords.withoutId(words);
        String plain = PlainWords.kebab(own);
        String name = RESERVED.contains(plain) ? plain + "-value" : plain;
        return parameters.computeIfAbsent(
                name,
                _ ->
                        new Parameter(
                                name,
                                type,
                                PlainWords.join(own),
                                false,
                                type.equals("number") || type.equals("amount")));
    }

    /** Something that is said unless the sentence becomes too long. */
    Optional<Parameter> free(List<String> words, String type) {
        long free = parameters.values().stream().filter(one -> !one.thing()).count();
        boolean known = parameters.containsKey(PlainWords.kebab(PlainWords.withoutId(words)));
        return known || free < MOST ? Optional.of(needed(words, type)) : Optional.empty();
    }

    /** All of them. */
    List<Parameter> all() {
        return new ArrayList<>(parameters.values());
    }
}
