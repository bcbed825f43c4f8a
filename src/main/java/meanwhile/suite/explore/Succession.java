package meanwhile.suite.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meanwhile.actors.Interleavings;
import meanwhile.actors.Order;
import meanwhile.suite.explore.Program.Strand;
import meanwhile.suite.explore.Scene.Action;

/**
 * What people do one after another in a world: nothing meets.
 *
 * @param turns who does what, in order
 */
record Succession(Scene scene, List<Action> turns) {
    /** Looks at everything afterwards, and asks for nothing. */
    static final String LOOK = "when all is quiet again everything is looked at";

    Succession {
        turns = List.copyOf(turns);
    }

    /** A program as it is written, and the other way round: it has two orders at least. */
    static List<Succession> of(Program program) {
        List<Strand> strands = program.strands();
        List<Integer> calls = strands.stream().map(strand -> strand.does().size()).toList();
        List<Integer> alike = IntStream.range(0, strands.size()).boxed().toList();
        List<Order> orders = Interleavings.of(calls, alike, 0).orders();
        return Stream.of(orders.getFirst(), orders.getLast())
                .distinct()
                .map(order -> inOrder(program, order))
                .toList();
    }

    private static Succession inOrder(Program program, Order order) {
        List<List<String>> left =
                program.strands().stream()
                        .map(strand -> (List<String>) new ArrayList<>(strand.does()))
                        .toList();
        List<Action> turns = new ArrayList<>();
        for (int who : order.turns()) {
            String does = left.get(who).removeFirst();
            turns.add(new Action(program.strands().get(who).actor(), does));
        }
        return new Succession(program.scene(), turns);
    }

    /** All successions that are shorter by one turn. */
    List<Succession> smaller() {
        List<Succession> smaller = new ArrayList<>();
        for (int i = turns.size() - 1; i >= 0 && turns.size() > 1; i--) {
            List<Action> others = new ArrayList<>(turns);
            others.remove(i);
            smaller.add(new Succession(scene, others));
        }
        return smaller;
    }

    /** All sentences, first those that prepare the world. */
    List<String> sentences() {
        return Stream.concat(
                        scene.given().stream(),
                        turns.stream().map(turn -> turn.actor() + " " + turn.does()))
                .toList();
    }

    /** The succession as an example of a feature. */
    String example(String name) {
        List<String> sentences = sentences();
        int prepared = scene.given().size();
        StringBuilder text = new StringBuilder("  Example: %s%n".formatted(name));
        for (int i = 0; i < sentences.size(); i++) {
            String first = i < prepared ? "Given" : "When";
            String keyword = i == 0 || i == prepared ? first : "And";
            text.append("    %s %s%n".formatted(keyword, sentences.get(i)));
        }
        return text.append("    Then %s%n".formatted(LOOK)).toString();
    }

    /** “Ana books a seat at “Hamlet” and then Ben cancels a seat at “Hamlet””. */
    String told() {
        return turns.stream()
                .map(turn -> turn.actor() + " " + turn.does())
                .map(sentence -> sentence.replaceAll("\"([^\"]*)\"", "“$1”"))
                .collect(Collectors.joining(" and then "));
    }
}
