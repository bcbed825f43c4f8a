package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Words what people do: from the summary of an operation, else its name, else its method. */
final class Phrasing {
    private static final int MOST_WORDS = 8;
    private static final Pattern END =
            Pattern.compile(
                    "[.,;:(\\[].*|\\s(by|based|given|using|that|which|from the|in the|to the|into"
                            + " the|if|when|via|with|so)\\s.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_MATTER =
            Set.of(
                    "a",
                    "an",
                    "the",
                    "one",
                    "single",
                    "specific",
                    "particular",
                    "given",
                    "existing",
                    "new",
                    "current",
                    "this",
                    "that",
                    "your",
                    "their",
                    "any");
    private static final Set<String> SEARCHES =
            Set.of(
                    "find",
                    "search",
                    "list",
                    "get",
                    "retrieve",
                    "fetch",
                    "look",
                    "count",
                    "calculate",
                    "validate",
                    "verify",
                    "show",
                    "read",
                    "check",
                    "view");
    private static final Map<String, String> BY_METHOD =
            Map.of(
                    "GET", "looks at",
                    "POST", "adds",
                    "PUT", "replaces",
                    "PATCH", "changes",
                    "DELETE", "removes");

    private final Route route;
    private final List<String> verb;
    private final List<String> object;

    private Phrasing(Route route, List<String> verb, List<String> object) {
        this.route = route;
        this.verb = verb;
        this.object = object;
    }

    /** The ways to word it, the best first. */
    static List<Phrasing> of(Route route) {
        List<Phrasing> all = new ArrayList<>();
        Part operation = route.operation();
        String summary = operation.at("summary").line();
        String id = PlainWords.join(PlainWords.of(operation.at("operationId").line()));
        for (List<String> said :
                List.of(
                        words(beginning(summary)),
                        words(beginning(id)),
                        words(summary),
                        words(id))) {
            if (said.size() > 1 && PlainWords.isVerb(said.getFirst())) {
                all.add(
                        new Phrasing(
                                route,
                                List.of(PlainWords.thirdPerson(said.getFirst())),
                                said.subList(1, said.size())));
            }
        }
        List<String> last = Route.lastWords(route.path());
        List<String> what =
                route.is("GET") && !route.endsWithGap() ? last : PlainWords.singular(last);
        all.add(new Phrasing(route, List.of(BY_METHOD.getOrDefault(route.method(), "does")), what));
        return all;
    }

    /** Without the circumstances: “Find a pet by its id” is “Find a pet”. */
    private static String beginning(String text) {
        return END.matcher(text).replaceFirst("");
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[\\s/]+", -1)) {
            String plain = word.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9'-]", "");
            if (!plain.isEmpty() && words.size() < MOST_WORDS) {
                words.add(plain);
            }
        }
        return words;
    }

    /** Whether it only looks something up. */
    boolean looksUp() {
        return route.is("GET") || (route.is("POST") && SEARCHES.stream().anyMatch(this::isSaidAs));
    }

    private boolean isSaidAs(String search) {
        return verb.getFirst().equals(PlainWords.thirdPerson(search));
    }

    /** What comes of it, if that is not what the path is called. */
    String noun() {
        return PlainWords.noun(verb.getFirst().split(" ", -1)[0]);
    }

    /** What is said of who does it, with its parameters in braces. */
    String phrase(Speech speech) {
        List<Speech.Parameter> left = new ArrayList<>(speech.all());
        StringBuilder phrase = new StringBuilder(PlainWords.join(verb));
        Speech.Parameter named = left.stream().filter(this::isObject).findFirst().orElse(null);
        if (named == null) {
            phrase.append(' ').append(PlainWords.join(object));
        } else {
            List<String> before = object.subList(0, object.size() - size(named));
            withoutEnd(before).forEach(word -> phrase.append(' ').append(word));
            phrase.append(named.thing() ? "" : " " + named.words())
                    .append(' ')
                    .append(named.spoken());
            left.remove(named);
        }
        for (Speech.Parameter one : left) {
            if (one.thing() && one.isNamedByType()) {
                phrase.append(looksUp() ? " of " : " for ").append(one.spoken());
            }
        }
        left.removeIf(one -> one.thing() && one.isNamedByType());
        for (int i = 0; i < left.size(); i++) {
            phrase.append(i == 0 ? " with " : " and ")
                    .append(left.get(i).words())
                    .append(' ')
                    .append(left.get(i).spoken());
        }
        return phrase.toString();
    }

    private static int size(Speech.Parameter parameter) {
        return parameter.words().split(" ", -1).length;
    }

    /** Whether what it does is done to this: “update an existing pet”. */
    private boolean isObject(Speech.Parameter parameter) {
        List<String> words = List.of(parameter.words().split(" ", -1));
        int from = object.size() - words.size();
        return from >= 0
                && (parameter.thing() || route.endsWithGap())
                && PlainWords.singular(object.subList(from, object.size())).equals(words);
    }

    private static List<String> withoutEnd(List<String> words) {
        int end = words.size();
        while (end > 0 && NO_MATTER.contains(words.get(end - 1))) {
            end--;
        }
        return words.subList(0, end);
    }
}
