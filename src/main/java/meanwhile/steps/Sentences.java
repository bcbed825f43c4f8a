package meanwhile.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The sentences within a step: in its table, after “meanwhile”, or of a crowd. */
final class Sentences {
    private static final String MEANWHILE = "meanwhile ";
    private static final Pattern CROWD =
            Pattern.compile("\\d+ members arrive within \\d+ seconds? and each (.+)");
    private static final Pattern THEN = Pattern.compile(", then ");
    private static final Pattern EACH = Pattern.compile("each of (\\d+) members");
    private static final Pattern DEVICES = Pattern.compile("(\\w+) on (\\d+) devices");

    private Sentences() {}

    /**
     * Returns the sentences of a table, in order.
     *
     * @throws IllegalArgumentException if a row does not say who and what
     */
    static List<String> ofTable(List<List<String>> rows) {
        return inTurn(rows).stream().flatMap(List::stream).toList();
    }

    /**
     * Returns what each actor of a table does, one thing after another: “votes up on "Tabby", then
     * deletes "Tabby"”.
     *
     * @throws IllegalArgumentException if a row does not say who and what
     */
    static List<List<String>> inTurn(List<List<String>> rows) {
        List<List<String>> sentences = new ArrayList<>();
        for (List<String> cells : rows) {
            if (cells.size() != 2) {
                throw new IllegalArgumentException(
                        "a row needs two cells, who and what, not " + cells);
            }
            for (String actor : actors(cells.get(0))) {
                sentences.add(
                        THEN.splitAsStream(cells.get(1)).map(does -> actor + " " + does).toList());
            }
        }
        return sentences;
    }

    /**
     * Returns what one actor of a row does: if it says “each of 20 members”, the others do the
     * same.
     *
     * @throws IllegalArgumentException if the row does not say who and what
     */
    static List<String> ofOneActor(List<String> row) {
        return inTurn(List.of(row)).stream().findFirst().orElse(List.of());
    }

    /** The sentences of a crowd, one for each member. */
    static List<String> ofCrowd(int members, String does) {
        return members(members).stream().map(member -> member + " " + does).toList();
    }

    /** The sentence within a step: of “meanwhile”, or of one member of a crowd. */
    static Optional<String> within(String words) {
        if (words.startsWith(MEANWHILE)) {
            return Optional.of(words.substring(MEANWHILE.length()));
        }
        Matcher crowd = CROWD.matcher(words);
        return crowd.matches()
                ? Optional.of(ofCrowd(1, crowd.group(1)).getFirst())
                : Optional.empty();
    }

    /** Expands "each of 20 members" and "Ana on 8 devices" to one actor each. */
    private static List<String> actors(String cell) {
        Matcher each = EACH.matcher(cell);
        if (each.matches()) {
            return members(Integer.parseInt(each.group(1)));
        }
        Matcher devices = DEVICES.matcher(cell);
        if (devices.matches()) {
            return numbered(devices.group(1) + " on device ", Integer.parseInt(devices.group(2)));
        }
        return List.of(cell);
    }

    private static List<String> members(int number) {
        return numbered("member ", number);
    }

    private static List<String> numbered(String prefix, int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> prefix + i).toList();
    }
}
