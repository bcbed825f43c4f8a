package meanwhile.suite.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import meanwhile.suite.explore.Program.Strand;
import meanwhile.suite.explore.Scene.Action;

/**
 * Draws programs: always the same ones for one seed. Of several candidates it takes the one whose
 * actions have been drawn together least so far.
 */
final class ProgramDraw {
    private static final int CANDIDATES = 12;

    private final List<Scene> scenes;
    private final int actors;
    private final int length;
    private final Random random;
    private final Map<Together, Integer> drawn = new HashMap<>();

    /** Two actions of one scene, by what is done. */
    private record Together(String scene, String one, String other) {
        static Together of(Scene scene, String one, String other) {
            return one.compareTo(other) <= 0
                    ? new Together(scene.name(), one, other)
                    : new Together(scene.name(), other, one);
        }
    }

    /**
     * @param actors how many act at most; at least two
     * @param length how many things one of them does at most
     */
    ProgramDraw(List<Scene> scenes, int actors, int length, long seed) {
        this.scenes = List.copyOf(scenes);
        this.actors = actors;
        this.length = length;
        this.random = new Random(seed);
    }

    /** Draws the next program. */
    Program next() {
        List<Program> candidates = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            candidates.add(candidate());
        }
        Program chosen =
                candidates.stream()
                        .min(Comparator.comparingDouble(this::familiarity))
                        .orElseThrow();
        pairs(chosen).forEach(pair -> drawn.merge(pair, 1, Integer::sum));
        return chosen;
    }

    /** The number of different pairs of actions that were drawn. */
    int pairs() {
        return drawn.size();
    }

    /** The number of pairs of actions that could be drawn. */
    int allPairs() {
        Set<Together> all = new HashSet<>();
        for (Scene scene : scenes) {
            for (Action one : scene.actions()) {
                for (Action other : scene.actions()) {
                    if (!one.actor().equals(other.actor())) {
                        all.add(Together.of(scene, one.does(), other.does()));
                    }
                }
            }
        }
        return all.size();
    }

    private Program candidate() {
        Scene scene = scenes.get(random.nextInt(scenes.size()));
        long there = scene.actions().stream().map(Action::actor).distinct().count();
        int number = (int) Math.min(there, 2 + random.nextInt(actors - 1));
        Map<String, List<String>> does = new LinkedHashMap<>();
        while (does.size() < number) {
            Action action = scene.actions().get(random.nextInt(scene.actions().size()));
            List<String> own = does.computeIfAbsent(action.actor(), _ -> new ArrayList<>());
            if (own.size() < length && !own.contains(action.does())) {
                own.add(action.does());
            }
        }
        return new Program(
                scene,
                does.entrySet().stream()
                        .map(one -> new Strand(one.getKey(), one.getValue()))
                        .toList());
    }

    /** How often its pairs were drawn before, on average. */
    private double familiarity(Program program) {
        return pairs(program).stream()
                .mapToInt(pair -> drawn.getOrDefault(pair, 0))
                .average()
                .orElse(Double.MAX_VALUE);
    }

    private static List<Together> pairs(Program program) {
        List<Together> pairs = new ArrayList<>();
        List<Strand> strands = program.strands();
        for (int i = 0; i < strands.size(); i++) {
            for (int j = i + 1; j < strands.size(); j++) {
                for (String one : strands.get(i).does()) {
                    for (String other : strands.get(j).does()) {
                        pairs.add(Together.of(program.scene(), one, other));
                    }
                }
            }
        }
        return pairs;
    }
}
