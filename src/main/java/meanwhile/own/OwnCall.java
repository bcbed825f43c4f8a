package meanwhile.own;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a step says of a request: its name, what it is about, and what its answers mean. Where it
 * says nothing, any 2xx is an acceptance, the profile's refusals count, any other 4xx is a refusal
 * as HTTP describes it, and everything else is a broken answer: it may have happened or not.
 *
 * @param words what is said of who makes it: "adds a line"
 * @param values what it is about, by name
 * @param accepted the statuses of an acceptance; empty for any 2xx
 * @param refused the reasons that statuses stand for
 * @param answer the places of facts in the answer, by their names
 */
public record OwnCall(
        String words,
        Map<String, String> values,
        List<Integer> accepted,
        Map<Integer, String> refused,
        Map<String, String> answer) {

    public OwnCall {
        if (words.isBlank()) {
            throw new IllegalArgumentException(
                    "a request needs words for what the actor does, such as “adds a line”");
        }
        values = Map.copyOf(values);
        accepted = List.copyOf(accepted);
        refused = Map.copyOf(refused);
        answer = Map.copyOf(answer);
    }

    /** A request of this name. Names in quotes are left out of what its kind is called. */
    public static OwnCall named(String words) {
        return new OwnCall(words, Map.of(), List.of(), Map.of(), Map.of());
    }

    /** What it is about: {@code with("amount", 30)}. */
    public OwnCall with(String name, Object value) {
        return new OwnCall(
                words, and(values, name, String.valueOf(value)), accepted, refused, answer);
    }

    /** This status is an acceptance, and of the others only those that are named as well. */
    public OwnCall accepted(int status) {
        List<Integer> more = new ArrayList<>(accepted);
        more.add(status);
        return new OwnCall(words, values, more, refused, answer);
    }

    /** This status is a refusal for this reason: {@code refused(409, "changed meanwhile")}. */
    public OwnCall refused(int status, String reason) {
        return new OwnCall(words, values, accepted, and(refused, status, reason), answer);
    }

    /**
     * The answer tells a fact, which the report shows and questions may use: {@code sees("balance",
     * "/balance")}, or {@code sees("lines", "/lines[]/id")} for several.
     */
    public OwnCall sees(String fact, String place) {
        return new OwnCall(words, values, accepted, refused, and(answer, fact, place));
    }

    /** The name of its kind: “adds a line”, whatever it is about, is {@code adds-a-line}. */
    public String kind() {
        return words.replaceAll("[\"“][^\"”]*[\"”]", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private static <K, V> Map<K, V> and(Map<K, V> some, K key, V value) {
        Map<K, V> more = new HashMap<>(some);
        more.put(key, value);
        return more;
    }
}
