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
    /** The target itself is asked what is right, besides all laws. */
    static final String AS_IF = "it is as if they had come one after another, whatever was refused";

    /** All orders of a program are played only if they are few. */
    private static final int FEW = 6;

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
        List<String> questions = questions();
        for (int i = 0; i < questions.size(); i++) {
            text.append("    %s %s%n".formatted(i == 0 ? "Then" : "And", questions.get(i)));
        }
        return text.toString();
    }

    private List<String> questions() {
        List<String> questions = new ArrayList<>(scene.questions());
        if (orders() <= FEW && !scene.isAudited()) {
            questions.add(AS_IF);
        }
        return questions;
    }

    /** In how many orders its actions can come one after another. */
    private int orders() {
        int orders = 1;
        int done = 0;
        for (Strand strand : strands) {
            for (int i = 1; i <= strand.does().size(); i++) {
                done++;
                orders = orders * done / i;
            }
        }
        return orders;
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
