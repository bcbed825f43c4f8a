package meanwhile.target;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service of somebody else that the target is told to call, in whose place we listen: for
 * payments, for mail, for webhooks.
 *
 * @param name its words: "payment service"
 * @param host the address at which we listen
 * @param port the port there; 0 for any that is free
 * @param requests what the target may ask of it
 */
public record Sink(String name, String host, int port, List<Asked> requests) {
    private static final Pattern GAP = Pattern.compile("\\{([a-z0-9][a-z0-9-]*)}");

    public Sink {
        requests = List.copyOf(requests);
    }

    /** The gap in requests that tells the target where to call: "payment-service". */
    public static String gap(String name) {
        return name.replace(' ', '-');
    }

    static List<String> inPath(String path) {
        return GAP.matcher(path).results().map(gap -> gap.group(1)).toList();
    }

    /**
     * A request that the target may make, and what it is answered.
     *
     * @param event the name of the event that it is
     * @param method the HTTP method
     * @param path the path; a part of it in braces is a fact
     * @param phrase what is said of the sink, with facts in braces: "is asked to charge {order}"
     * @param facts the places of the other facts, by their names
     * @param status the status code of the answer
     * @param json the answer; its texts may have facts in braces; null for none
     */
    public record Asked(
            String event,
            String method,
            String path,
            String phrase,
            Map<String, String> facts,
            int status,
            @Nullable Map<String, @Nullable Object> json) {
        public Asked {
            facts = Map.copyOf(facts);
            json = json == null ? null : new LinkedHashMap<>(json);
        }

        /** What fits the path, with a group for each of its facts, in their order. */
        public Pattern pattern() {
            StringBuilder regex = new StringBuilder();
            int end = 0;
            java.util.regex.Matcher gaps = GAP.matcher(path);
            while (gaps.find()) {
                regex.append(Pattern.quote(path.substring(end, gaps.start()))).append("([^/]+)");
                end = gaps.end();
            }
            return Pattern.compile(regex.append(Pattern.quote(path.substring(end))).toString());
        }

        /** The names of the facts in the path, in their order. */
        public List<String> inPath() {
            return Sink.inPath(path);
        }
    }
}
