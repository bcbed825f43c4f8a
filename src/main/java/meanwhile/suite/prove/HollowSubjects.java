package meanwhile.suite.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import meanwhile.language.Domain;
import meanwhile.language.TopicKind;
import meanwhile.proof.Subject;
import meanwhile.proof.Trial;
import meanwhile.reference.defect.HollowServer;
import meanwhile.reference.defect.HollowServers;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.OwnRules;
import meanwhile.steps.RequiredOperations;
import meanwhile.steps.Wording;
import meanwhile.suite.run.ExampleSelection;
import meanwhile.suite.run.FeatureFiles;
import meanwhile.target.Binding;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;

/**
 * The hollow servers on which the examples are tried: those with broad scopes, and some in which a
 * single operation is hollow, drawn by seed.
 */
public final class HollowSubjects {
    private static final int DRAWN = 24;

    /** The draw of a command without a seed, so that it can be resumed. */
    private static final long USUAL_SEED = 1;

    /** The examples that use a route, by clause and name. */
    private final Map<String, Set<String>> users = new HashMap<>();

    /** Collects which examples of these features use which routes of the reference gallery. */
    public HollowSubjects(List<FeatureText> features) {
        Map<String, Binding> bindings = new Profiles().find(Profiles.REFERENCE).operations();
        RequiredOperations operations = new RequiredOperations(Wording.of(Domain.NONE));
        OwnRules own = new OwnRules(FeatureFiles.specification(), features);
        for (FeatureText feature : features) {
            for (FeatureText.Example example : feature.examples()) {
                String title = ExampleSelection.title(own, feature, example);
                example.steps().stream()
                        .flatMap(step -> operations.of(step.words(), step.rows()).stream())
                        .map(bindings::get)
                        .filter(Objects::nonNull)
                        .flatMap(binding -> binding.requests().stream())
                        .flatMap(HollowSubjects::routes)
                        .forEach(
                                route ->
                                        users.computeIfAbsent(route, _ -> new TreeSet<>())
                                                .add(title));
            }
        }
    }

    /** The routes to which a request is sent, with nameless parameters. */
    private static Stream<String> routes(Binding.Request request) {
        return Arrays.stream(TopicKind.values())
                .map(kind -> request.path().replace("{kind}", kind.plural()))
                .map(path -> nameless(request.method() + " " + path))
                .distinct();
    }

    private static String nameless(String route) {
        return route.replaceAll("\\{[^}]*}", "{}");
    }

    /**
     * The subjects: all broad ones, the named ones, those in the log and the drawn ones.
     *
     * @param seed of the draw; null for the usual one
     */
    public List<Subject> subjects(@Nullable Long seed, List<String> names, List<Trial> made) {
        Set<String> all = new LinkedHashSet<>();
        HollowServers.broad().forEach(server -> all.add(server.name()));
        names.stream().filter(HollowServers::areMeant).forEach(all::add);
        made.stream()
                .filter(trial -> trial.kind() == Subject.Kind.HOLLOW)
                .forEach(trial -> all.add(trial.name()));
        all.addAll(drawn(seed == null ? USUAL_SEED : seed));
        return all.stream()
                .map(name -> new Subject(Subject.Kind.HOLLOW, name, List.of(), ""))
                .toList();
    }

    private List<String> drawn(long seed) {
        List<String> used =
                new ArrayList<>(
                        HollowServers.single().stream()
                                .filter(server -> !examples(server).isEmpty())
                                .map(HollowServer::name)
                                .toList());
        Collections.shuffle(used, new Random(seed));
        return used.subList(0, Math.min(DRAWN, used.size()));
    }

    /**
     * The examples to play: of a server with one hollow operation those that use it, else none,
     * which means all.
     */
    Set<String> examples(Subject subject) {
        return examples(HollowServers.named(subject.name()));
    }

    private Set<String> examples(HollowServer server) {
        return server.scope().isSingle()
                ? users.getOrDefault(nameless(server.scope().name()), Set.of())
                : Set.of();
    }
}
