package meanwhile.suite.explore;

import java.util.List;
import meanwhile.report.data.FeatureText;
import meanwhile.suite.run.FeatureFiles;

/**
 * A world and what can be done in it. The scenes are the examples of the built-in features in which
 * any two of a list of actions meet: what is added there is explored as well. A target that
 * declares a domain has scenes of its own; see {@link DomainScenes}.
 *
 * @param name what the actions have in common
 * @param given the steps that prepare the world
 * @param actions who can do what
 * @param questions the steps that ask what must be true afterwards
 */
record Scene(String name, List<String> given, List<Action> actions, List<String> questions) {
    private static final String ANY_TWO = "any two of these happen at the same moment";

    Scene {
        given = List.copyOf(given);
        actions = List.copyOf(actions);
        questions = List.copyOf(questions);
    }

    /**
     * Something that an actor can do.
     *
     * @param actor "Ana on her phone"
     * @param does "deletes "Sunset""
     */
    record Action(String actor, String does) {}

    /** The built-in scenes. */
    static List<Scene> all() {
        return FeatureFiles.in(null).features().stream()
                .flatMap(feature -> feature.examples().stream())
                .filter(example -> example.steps().stream().anyMatch(Scene::isAnyTwo))
                .map(Scene::of)
                .toList();
    }

    /** Whether everything is looked at and judged by laws anyhow, which takes long enough. */
    boolean isAudited() {
        return questions.stream().anyMatch(question -> question.contains("everything adds up"));
    }

    private static boolean isAnyTwo(FeatureText.Step step) {
        return step.words().startsWith(ANY_TWO);
    }

    private static Scene of(FeatureText.Example example) {
        List<String> given =
                example.steps().stream()
                        .takeWhile(step -> !isAnyTwo(step))
                        .map(FeatureText.Step::words)
                        .toList();
        List<Action> actions =
                example.steps().stream()
                        .filter(Scene::isAnyTwo)
                        .flatMap(step -> step.rows().stream())
                        .map(row -> new Action(row.get(0), row.get(1)))
                        .toList();
        List<String> questions =
                example.steps().stream()
                        .dropWhile(step -> !isAnyTwo(step))
                        .skip(1)
                        .map(FeatureText.Step::words)
                        .toList();
        return new Scene(example.name(), given, actions, questions);
    }
}
