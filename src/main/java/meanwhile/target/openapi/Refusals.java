package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import meanwhile.language.Refusal;

/** What the answers mean by which a target refuses, as far as their statuses say it. */
final class Refusals {
    private static final Map<String, String> KNOWN =
            Map.ofEntries(
                    Map.entry("400", "invalid"),
                    Map.entry("401", "not-signed-in"),
                    Map.entry("403", "forbidden"),
                    Map.entry("404", "never-known"),
                    Map.entry("405", "invalid"),
                    Map.entry("406", "invalid"),
                    Map.entry("410", "gone"),
                    Map.entry("412", "stale"),
                    Map.entry("413", "too-large"),
                    Map.entry("415", "unsupported"),
                    Map.entry("422", "invalid"),
                    Map.entry("428", "stale"),
                    Map.entry("429", "throttled"),
                    Map.entry("503", "maintenance"));
    private static final Map<String, String> NAMED =
            Map.of("402", "payment required", "409", "conflict", "423", "locked");
    private static final Set<String> CODES = Set.of("code", "error", "reason", "type");
    private static final int MOST_WORDS = 4;

    /** Reasons that every profile knows. */
    private static final List<String> ALREADY =
            Arrays.stream(Refusal.values()).map(Refusal::key).toList();

    private final Map<String, Set<String>> described = new TreeMap<>();
    private final Map<String, Part> schemas = new TreeMap<>();
    private final List<String> own = new ArrayList<>();
    private final List<Map<String, Object>> rules = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    Refusals(List<Route> routes) {
        for (Route route : routes) {
            Part responses = route.operation().at("responses");
            for (String status : responses.names()) {
                if (status.matches("4\\d\\d|503")) {
                    Part response = responses.at(status);
                    described
                            .computeIfAbsent(status, _ -> new LinkedHashSet<>())
                            .add(response.at("description").line());
                    schemas.putIfAbsent(status, Route.json(response.at("content")));
                }
            }
        }
        described.keySet().forEach(this::rule);
    }

    private void rule(String status) {
        String known = KNOWN.get(status);
        if (known != null) {
            rules.add(rule(status, known));
            return;
        }
        if (codes(status)) {
            return;
        }
        Set<String> all = described.getOrDefault(status, Set.of());
        String words = all.size() == 1 ? words(all.iterator().next()) : "";
        String name = words.isEmpty() ? NAMED.getOrDefault(status, "status " + status) : words;
        if (words.isEmpty()) {
            open.add(
                    "%s means: %s; give each reason a name, and say by “where” and “says” which one an answer means"
                            .formatted(status, String.join(" / ", all)));
        }
        name(name);
        rules.add(rule(status, name));
    }

    /** If the schema lists the codes of its errors, each one is a reason of its own. */
    private boolean codes(String status) {
        Shape shape = Shape.of(schemas.getOrDefault(status, Part.NOTHING));
        for (String name : shape.properties()) {
            Shape code = shape.property(name);
            if (!CODES.contains(name) || code.codes().isEmpty()) {
                continue;
            }
            for (String one : code.codes()) {
                boolean known = ALREADY.contains(one);
                String reason = known ? one : words(one.replaceAll("[_-]", " "));
                if (!reason.isEmpty()) {
                    Map<String, Object> rule = rule(status, reason);
                    rule.put("where", "/" + name);
                    rule.put("says", one);
                    rules.add(rule);
                    if (!known) {
                        name(reason);
                    }
                }
            }
            return true;
        }
        return false;
    }

    private void name(String reason) {
        if (!own.contains(reason)) {
            own.add(reason);
        }
    }

    private static Map<String, Object> rule(String status, String meaning) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("status", Integer.valueOf(status));
        rule.put("means", meaning);
        return rule;
    }

    /** A description as the name of a reason; empty if it is none. */
    private static String words(String description) {
        String words = description.toLowerCase(Locale.ROOT).replaceAll("[.!]$", "").strip();
        boolean fits = words.matches("[a-z][a-z0-9' -]*") && words.split(" ").length <= MOST_WORDS;
        return fits ? words : "";
    }

    /** The domain's own reasons. */
    List<String> own() {
        return own;
    }

    void write(ProfileText text) {
        text.line(0, "refusals:");
        open.forEach(sentence -> text.open(1, "refusals", sentence));
        if (rules.isEmpty()) {
            text.open(1, "refusals", "the document names no answer by which the API refuses");
            text.line(1, "- {status: 404, means: never-known}");
        }
        rules.forEach(rule -> text.line(1, "- " + ProfileText.flow(rule)));
    }
}
