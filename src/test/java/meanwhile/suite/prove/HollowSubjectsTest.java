package meanwhile.suite.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import meanwhile.proof.Subject;
import meanwhile.proof.Trial;
import meanwhile.reference.defect.HollowServer;
import meanwhile.reference.defect.HollowServers;
import meanwhile.suite.run.FeatureFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HollowSubjectsTest {
    private final HollowSubjects hollow = new HollowSubjects(FeatureFiles.in(null).features());

    private List<String> names(@Nullable Long seed, List<String> names, List<Trial> made) {
        return hollow.subjects(seed, names, made).stream().map(Subject::name).toList();
    }

    private Set<String> examples(String name) {
        return hollow.examples(new Subject(Subject.Kind.HOLLOW, name, List.of(), ""));
    }

    @Test
    void allBroadServersAreTriedAndSomeOfOneOperationThatTheSeedDraws() {
        List<String> broad = HollowServers.broad().stream().map(HollowServer::name).toList();
        assertThat(names(null, List.of(), List.of()))
                .containsAll(broad)
                .hasSizeGreaterThan(broad.size())
                .isEqualTo(names(null, List.of(), List.of()))
                .isNotEqualTo(names(7L, List.of(), List.of()));
        assertThat(names(7L, List.of(), List.of())).isEqualTo(names(7L, List.of(), List.of()));
    }

    @Test
    void aNamedServerIsTriedAndOneOfTheLogIsNotForgotten() {
        String named = "hollow cuts: GET /v1/images/{id}/thumbnail";
        String logged = "hollow breaks: POST /v1/admin/purge";
        Trial trial =
                new Trial(
                        Subject.Kind.HOLLOW,
                        logged,
                        1,
                        null,
                        "2026-11-24T10:00:00Z",
                        1,
                        true,
                        null,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null);
        assertThat(names(1L, List.of(named, "lost-update"), List.of(trial)))
                .contains(named, logged)
                .doesNotContain("lost-update")
                .doesNotHaveDuplicates();
    }

    @Test
    void whereOneOperationIsHollowOnlyTheExamplesThatUseItArePlayed() {
        assertThat(examples("hollow refuses: POST /v1/breeds/{id}/merge"))
                .isNotEmpty()
                .allMatch(
                        title ->
                                title.startsWith("A2.")
                                        || title.equals(
                                                "L3.1 Any two things that people do with one"
                                                        + " category"));
        assertThat(examples("hollow refuses: PATCH /v1/categories/{id}")).isNotEmpty();
        assertThat(examples("hollow repeats: GET /v1/images/{id}/file"))
                .contains("U1.2 A day's pictures all arrive");
        assertThat(examples("hollow refuses: every write")).as("which means all").isEmpty();
    }
}
