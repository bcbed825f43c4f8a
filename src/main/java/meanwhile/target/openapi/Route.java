package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One operation of a document.
 *
 * @param item the entry of its path
 * @param operation its own entry below it
 */
record Route(String method, String path, Part item, Part operation) {
    private static final Pattern GAP = Pattern.compile("\\{([^{}/]+)}");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** All that can be sent, in the order written. */
    static List<Route> of(Part document) {
        List<Route> routes = new ArrayList<>();
        Part paths = document.at("paths");
        for (String path : paths.names()) {
            Part item = paths.at(path);
            for (String method : item.names()) {
                if (METHODS.contains(method)) {
                    routes.add(
                            new Route(
                                    method.toUpperCase(java.util.Locale.ROOT),
                                    path,
                                    item,
                                    item.at(method)));
                }
            }
        }
        return routes;
    }

    /** As people refer to it. */
    String title() {
        return method + " " + path;
    }

    boolean is(String other) {
        return method.equals(other);
    }

    /** The names of the gaps in its path. */
    List<String> gaps() {
        return GAP.matcher(path).results().map(gap -> gap.group(1)).toList();
    }

    /** The path up to a gap, without the slash between, and with all gaps alike: {@code /pets}. */
    String before(String gap) {
        int end = path.indexOf("{" + gap + "}");
        return alike(path.substring(0, Math.max(0, end - 1)));
    }

    /** The path with all gaps alike. */
    String alike() {
        return alike(path);
    }

    private static String alike(String path) {
        return GAP.matcher(path).replaceAll("{}");
    }

    /** The path with other words in its gaps. */
    String filled(java.util.function.Function<String, String> names) {
        return GAP.matcher(path)
                .replaceAll(
                        (MatchResult gap) ->
                                java.util.regex.Matcher.quoteReplacement(
                                        names.apply(gap.group(1))));
    }

    boolean endsWithGap() {
        return path.endsWith("}");
    }

    /**
     * The words of the last part of a path that is no gap: a verb, or what there are several of.
     */
    static List<String> lastWords(String path) {
        return last(path, _ -> true);
    }

    /** The same, but not what somebody does: of {@code /pets/findByStatus} it is “pets”. */
    static List<String> collection(String path) {
        return last(path, words -> words.size() == 1 || !PlainWords.isBaseOfVerb(words.getFirst()));
    }

    private static List<String> last(String path, Predicate<List<String>> fits) {
        String[] parts = GAP.matcher(path).replaceAll("").split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            List<String> words = PlainWords.of(parts[i]);
            if (!words.isEmpty()
                    && Character.isLetter(words.getFirst().charAt(0))
                    && fits.test(words)) {
                return words;
            }
        }
        return List.of();
    }

    /** What it needs beside its body, by the place where it stands: query, header, cookie. */
    List<Part> required(String place) {
        return parameters(place).stream().filter(one -> one.at("required").isTrue()).toList();
    }

    /** The names of what may be left out of its query. */
    List<String> optional() {
        return parameters("query").stream()
                .filter(one -> !one.at("required").isTrue())
                .map(one -> one.at("name").line())
                .toList();
    }

    private List<Part> parameters(String place) {
        Map<String, Part> all = new LinkedHashMap<>();
        for (Part level : List.of(item, operation)) {
            level.at("parameters")
                    .items()
                    .forEach(
                            one -> all.put(one.at("in").text() + " " + one.at("name").text(), one));
        }
        return all.values().stream().filter(one -> one.at("in").text().equals(place)).toList();
    }

    /** The schema of a gap in its path. */
    Shape gap(String name) {
        return required("path").stream()
                .filter(one -> one.at("name").text().equals(name))
                .map(one -> Shape.of(one.at("schema")))
                .findFirst()
                .orElseGet(() -> Shape.of(Part.NOTHING));
    }

    /** The statuses that mean acceptance; empty if it says none. */
    List<Integer> accepted() {
        return operation.at("responses").names().stream()
                .filter(status -> status.matches("2(\\d\\d|XX)"))
                .map(status -> status.equals("2XX") ? 200 : Integer.parseInt(status))
                .distinct()
                .sorted()
                .toList();
    }

    /** The schema of its answer, if that is JSON. */
    Shape answer() {
        Part responses = operation.at("responses");
        for (String status : responses.names()) {
            if (status.startsWith("2")) {
                Part schema = json(responses.at(status, "content"));
                if (schema.exists()) {
                    return Shape.of(schema);
                }
            }
        }
        return Shape.of(Part.NOTHING);
    }

    /** Of several kinds of content the schema of JSON, or nothing. */
    static Part json(Part content) {
        return content.names().stream()
                .filter(name -> name.matches("application/(.+\\+)?json(;.*)?|\\*/\\*"))
                .findFirst()
                .map(name -> content.at(name, "schema"))
                .orElse(Part.NOTHING);
    }
}
