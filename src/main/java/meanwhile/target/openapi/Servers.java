package meanwhile.target.openapi;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the target is: servers of a document are alternatives, so that the first one counts. */
final class Servers {
    private static final String HERE = "http://localhost:8080";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

    private Servers() {}

    static void write(Part document, ProfileText text) {
        List<String> all = new ArrayList<>();
        for (Part server : document.at("servers").items()) {
            all.add(filled(server));
        }
        String first = all.isEmpty() ? "" : all.getFirst();
        String door = door(first);
        if (door == null) {
            String path = first.startsWith("/") && first.matches("[\\w./-]+") ? first : "";
            door = HERE + path;
            text.open(
                    0,
                    "doors",
                    first.isEmpty()
                            ? "the document does not say where the API is"
                            : "“%s” does not say on which host the API is".formatted(first));
        }
        if (all.size() > 1) {
            text.aside(0, "other servers: " + String.join(", ", all.subList(1, all.size())));
        }
        text.line(0, "doors: [%s]".formatted(ProfileText.quoted(door)));
    }

    private static String filled(Part server) {
        Matcher variables = VARIABLE.matcher(server.at("url").line());
        return variables.replaceAll(
                variable ->
                        Matcher.quoteReplacement(
                                server.at("variables", variable.group(1), "default").line()));
    }

    /** An address that a profile can say; null if it is none. */
    private static @Nullable String door(String address) {
        try {
            URI uri = URI.create(address.replaceAll("/+$", ""));
            boolean fits =
                    uri.getHost() != null
                            && List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() != 0
                            && uri.getPort() <= 65_535;
            return fits ? uri.toString() : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
