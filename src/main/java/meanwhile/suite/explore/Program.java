package meanwhile.suite.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a few actors do at the same moment in a world.
 *
 * @param strands one for each actor
 */
record Program(Scene scene, List<Strand> strands) {
    Program {
        strands = List.copyOf(strands);
    }

    /** What one actor does, one thing after another. */
    record Strand(String actor, List<String> does) {
        Strand {
            does = List.copyOf(does);
        }
    }

    /** The number of actions. */
    int size() {
        return strands.stream().mapToInt(strand -> strand.does().size()).sum();
    }

    /** All programs that are smaller by one actor, or by one action. */
    List<Program> smaller() {
        List<Program> smaller = new ArrayList<>();
        if (strands.size() > 2) {
            for (int i = 0; i < strands.size(); i++) {
                smaller.add(new Program(scene, without(strands, i)));
            }
        }
        for (int i = 0; i < strands.size(); i++) {
            Strand strand = strands.get(i);
            for (int j = 0; strand.does().size() > 1 && j < strand.does().size(); j++) {
                List<Strand> others = new ArrayList<>(strands);
                others.set(i, new Strand(strand.actor(), without(strand.does(), j)));
                smaller.add(new Program(scene, others));
            }
        }
        return smaller;
    }

    private static <T> List<T> without(List<T> all, int place) {
        List<T> others = new ArrayList<>(all);
        others.remove(place);
        return others;
    }

    /** The same program, asked for these sentences too. */
    Program asking(List<String> sentences) {
        List<String> questions = new ArrayList<>(scene.questions());
        sentences.stream()
                .filter(sentence -> !questions.contains(sentence))
                .forEach(questions::add);
        return new Program(
                new Scene(scene.name(), scene.given(), scene.actions(), questions), strands);
    }

    /** The program as an example of a feature. */
    String example(String name, int rounds) {
        StringBuilder text = new StringBuilder("  Example: %s%n".formatted(name));
        for (int i = 0; i < scene.given().size(); i++) {
            text.append("    %s %s%n".formatted(i == 0 ? "Given" : "And", scene.given().get(i)));
        }
        text.append("    When at the same moment, %d times over:%n".formatted(rounds));
        int who = strands.stream().mapToInt(strand -> strand.actor().length()).max().orElse(0);
        int what = strands.stream().mapToInt(strand -> told(strand).length()).max().orElse(0);
        for (Strand strand : strands) {
            text.append(
                    ("      | %-" + who + "s | %-" + what + "s |%n")
                            .formatted(strand.actor(), told(strand)));
        }
        for (int i = 0; i < scene.questions().size(); i++) {
            text.append("    %s %s%n".formatted(i == 0 ? "Then" : "And", scene.questions().get(i)));
        }
        return text.toString();
    }

    private static String told(Strand strand) {
        return String.join(", then ", strand.does());
    }

    /** The program in one line, for the console. */
    String brief() {
        return strands.stream()
                .map(strand -> strand.actor() + " " + told(strand))
                .collect(Collectors.joining(" | "));
    }
}
