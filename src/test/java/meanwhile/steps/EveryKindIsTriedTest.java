package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.report.data.FeatureText;
import org.junit.jupiter.api.Test;

/** A kind of operation that is added must be tried by a pair, a law or a promise. */
class EveryKindIsTriedTest {
    private static final Path PAIRS = Path.of("features", "throughout", "whatever-meets.feature");

    /** What no pair has, and why. */
    private static final Map<String, String> ELSEWHERE =
            Map.ofEntries(
                    Map.entry("sign-up", "whoever acts has signed up"),
                    Map.entry("log-in", "whoever acts has logged in"),
                    Map.entry("create-topic", "what is new meets nothing that is shared"),
                    Map.entry("refresh-session", "U7.2 lets renewals meet everything of a session"),
                    Map.entry("set-maintenance", "A1.1 tries every kind of change against it"),
                    Map.entry("reindex", "A1.1 lets it meet searches and uploads"),
                    Map.entry("await-news", "it waits, and would meet what comes last only"),
                    Map.entry("read-totals", "the totals belong to all examples together"),
                    Map.entry("check-health", "the run asks it for its own sake"),
                    Map.entry("read-metrics", "the run asks it for its own sake"),
                    Map.entry("tap-canary", "the run measures itself by it"),
                    Map.entry("read-canary", "the run measures itself by it"));

    @Test
    void eachKindIsTried() throws IOException {
        Set<String> tried = new TreeSet<>(pairs());
        EveryChange.ALL.keySet().forEach(kind -> tried.add(Operation.keyOf(kind)));
        tried.addAll(looks());
        Set<String> all = new TreeSet<>(Operation.Keys.of(Operation.class));
        all.removeAll(tried);
        assertThat(all).isEqualTo(new TreeSet<>(ELSEWHERE.keySet()));
    }

    @Test
    void everyKindOfChangeThatAMemberCanMakeIsAmongThem() {
        assertThat(EveryChange.ALL.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        Operation.ImageWrite.class,
                                        Operation.OpinionWrite.class,
                                        Operation.CollectionWrite.class)
                                .flatMap(Operation.Keys::kinds)
                                .collect(Collectors.toSet()));
    }

    private static Set<String> pairs() throws IOException {
        RequiredOperations required = new RequiredOperations(Wording.of(Domain.NONE));
        FeatureText feature =
                Objects.requireNonNull(
                        FeatureText.parse(PAIRS.toString(), Files.readString(PAIRS)));
        return feature.examples().stream()
                .flatMap(example -> example.steps().stream())
                .filter(step -> step.words().startsWith("any two"))
                .flatMap(step -> required.of(step.words(), step.rows()).stream())
                .collect(Collectors.toSet());
    }

    /** The kinds of looks that an audit takes. */
    private static Set<String> looks() {
        return new RequiredOperations(Wording.of(Domain.NONE))
                .code(
                        Stream.of(AuditLooks.class.getDeclaredMethods())
                                .filter(method -> method.getName().equals("take"))
                                .findFirst()
                                .orElseThrow())
                .makes();
    }
}
