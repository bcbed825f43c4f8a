package meanwhile.target;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.language.Allowance;
import meanwhile.language.Cursor;
import meanwhile.language.ImageFile;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.RecordPart;
import meanwhile.language.VoteValue;

/** The names that a profile may use: operations, their parameters, and the facts of answers. */
public final class Names {
    /** The sender: the login, or the name that logging in returned. */
    public static final String ME = "me";

    /** The sender's session, as logging in returned it. */
    public static final String TOKEN = "token";

    /** What renews the sender's session, if logging in returned such a token. */
    public static final String REFRESH_TOKEN = "refresh-token";

    private static final Map<String, Class<?>> OPERATIONS =
            RecordPart.recordsOf(Operation.class)
                    .filter(kind -> !Operation.Declared.class.isAssignableFrom(kind))
                    .collect(Collectors.toMap(Operation::keyOf, kind -> kind));

    private static final List<String> PAGE = List.of("items", "id", "next", "total");
    private static final Map<String, List<String>> FACTS =
            Map.ofEntries(
                    Map.entry("sign-up", List.of("id")),
                    Map.entry("log-in", List.of("access-token", REFRESH_TOKEN, "seconds", ME)),
                    Map.entry(
                            "refresh-session",
                            List.of("access-token", REFRESH_TOKEN, "seconds", ME)),
                    Map.entry("read-self", List.of("images", "stored-bytes")),
                    Map.entry("upload-image", List.of("id")),
                    Map.entry(
                            "read-image",
                            List.of(
                                    "id",
                                    "status",
                                    "title",
                                    "up",
                                    "down",
                                    "version",
                                    "description",
                                    "sha256",
                                    "categories",
                                    "breeds",
                                    "tags",
                                    "favourites",
                                    "comments")),
                    Map.entry("read-bytes", List.of("base64", "tag")),
                    Map.entry("change-image", List.of("version")),
                    Map.entry("list-images", PAGE),
                    Map.entry("search-images", PAGE),
                    Map.entry("filter-by-category", PAGE),
                    Map.entry("filter-by-breed", PAGE),
                    Map.entry("filter-by-tag", PAGE),
                    Map.entry("read-feed", PAGE),
                    Map.entry("cast-vote", List.of("id", "version")),
                    Map.entry("list-votes", with(PAGE, "image", "value")),
                    Map.entry("add-favourite", List.of("id")),
                    Map.entry("list-favourites", with(PAGE, "image")),
                    Map.entry("add-comment", List.of("id", "position")),
                    Map.entry("list-comments", with(PAGE, "position", "text")),
                    Map.entry("create-collection", List.of("id")),
                    Map.entry("read-collection", List.of("id", "items", "image", "count")),
                    Map.entry("create-topic", List.of("id")),
                    Map.entry("list-topics", List.of("items", "id", "name", "images")),
                    Map.entry(
                            "read-totals",
                            List.of(
                                    "images",
                                    "votes",
                                    "favourites",
                                    "comments",
                                    "breeds",
                                    "categories",
                                    "topic",
                                    "topic-images",
                                    "topic-votes",
                                    "topic-favourites")),
                    Map.entry("await-news", List.of("items", "id", "kind", "image", "next")),
                    Map.entry(
                            "read-metrics",
                            List.of(
                                    "open-connections",
                                    "waiting-polls",
                                    "database-sessions",
                                    "stored-bytes")),
                    Map.entry("tap-canary", List.of("value")),
                    Map.entry("read-canary", List.of("value")));

    private Names() {}

    /** The operations that a profile may bind. */
    public static List<String> operations() {
        return OPERATIONS.keySet().stream().sorted().toList();
    }

    /** The facts that the answer to an operation may carry; none for most writes. */
    public static List<String> facts(String operation) {
        return FACTS.getOrDefault(operation, List.of());
    }

    /** The parameters of an operation. */
    public static Set<String> parameters(String operation) {
        Class<?> kind = OPERATIONS.get(operation);
        if (kind == null) {
            throw new IllegalArgumentException("no operation is called " + operation);
        }
        Set<String> names = new LinkedHashSet<>();
        collect(kind, names);
        return names;
    }

    private static void collect(Class<?> record, Set<String> names) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = kebab(component.getName());
            Class<?> type = component.getType();
            if (type == Placement.class) {
                collect(type, names);
            } else if (type == Allowance.class) {
                names.addAll(List.of("uploads", "window-seconds"));
            } else if (type == Duration.class) {
                names.add(name + "-seconds");
            } else if (type == ImageFile.class) {
                names.addAll(List.of(name, "file-name", "file-type", "file-base64", "sha256"));
            } else if (type == VoteValue.class) {
                names.addAll(List.of(name, "direction", "up-vote", "down-vote"));
            } else if (type == Cursor.class) {
                names.addAll(List.of(name, "page", "offset"));
            } else {
                names.add(name);
            }
        }
    }

    /** A Java name as profiles write it. */
    public static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static List<String> with(List<String> names, String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
