package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.reference.defect.Decoy;
import meanwhile.reference.defect.Decoys;
import meanwhile.reference.defect.PlantedDefect;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.report.data.SpecificationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plants are complete, have names, and leave the gallery running. */
class PlantsTest {
    /** Clauses shown by the report's own figures, not by a defect. */
    private static final List<String> NOT_BROKEN = List.of("L3.2", "D3.1");

    /**
     * Clauses about an order, a delay, the end of a session, a broken connection or leftovers, or
     * about a call that meets the gallery's own work on an image: whether members' calls meet makes
     * no difference to them.
     */
    private static final List<String> NOT_AMONG_CALLS =
            List.of(
                    "U2.1", "U2.2", "U2.3", "U3.1", "U3.2", "U6.2", "U7.1", "U8.3", "R3.3", "R4.3",
                    "D3.1", "D3.2", "L3.2", "X2");

    private static List<String> clauses() throws IOException {
        return SpecificationText.parse(Files.readString(Path.of("features/specification.md")))
                .clauses()
                .stream()
                .map(SpecificationText.Clause::id)
                .toList();
    }

    @Test
    void everyClauseIsBrokenByADefect() throws IOException {
        HashSet<String> broken =
                PlantedDefects.all().stream()
                        .flatMap(defect -> defect.breaks().stream())
                        .collect(Collectors.toCollection(HashSet::new));
        broken.addAll(NOT_BROKEN);
        assertThat(broken).containsExactlyInAnyOrderElementsOf(clauses());
        assertThat(PlantedDefects.all()).hasSizeGreaterThanOrEqualTo(60);
    }

    /** A fault that calls one after another would also show is no proof of such a clause. */
    @Test
    void everyClauseAboutSimultaneousCallsIsBrokenByARace() throws IOException {
        Set<String> simultaneous = new HashSet<>(clauses());
        simultaneous.removeAll(NOT_AMONG_CALLS);
        List<String> raced =
                PlantedDefects.all().stream()
                        .filter(PlantedDefect::race)
                        .flatMap(defect -> defect.breaks().stream())
                        .toList();
        assertThat(raced).containsAll(simultaneous);
    }

    @Test
    void everythingHasANameOfItsOwnAndAStory() throws IOException {
        List<String> names = new ArrayList<>();
        for (PlantedDefect defect : PlantedDefects.all()) {
            names.add(defect.name());
            assertThat(defect.story()).endsWith(".");
            assertThat(defect.window()).isNotBlank();
            assertThat(defect.breaks()).isNotEmpty();
        }
        for (Decoy decoy : Decoys.all()) {
            names.add(decoy.name());
            assertThat(decoy.story()).endsWith(".");
            assertThat(clauses()).containsAll(decoy.mustNotAlarm());
            assertThat(Decoys.named(decoy.name())).isSameAs(decoy);
        }
        assertThat(names).doesNotHaveDuplicates();
        assertThat(Decoys.all()).hasSizeGreaterThanOrEqualTo(20);
        assertThatThrownBy(() -> Decoys.named("no-such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such")
                .hasMessageContaining("answers-slowly");
    }

    static Stream<String> defects() {
        return PlantedDefects.all().stream().map(PlantedDefect::name);
    }

    static Stream<String> decoys() {
        return Decoys.all().stream().map(Decoy::name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void aGalleryWithADefectLives(String name) {
        lives(PlantedDefects.named(name).plant(), Set.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decoys")
    void aGalleryWithADecoyLives(String name) {
        // Its documented 503 falls wherever the fiftieth request does.
        lives(
                Decoys.named(name).plant(),
                name.equals("busy-now-and-then") ? Set.of(503) : Set.of());
    }

    /** A member's ordinary session causes no server error: a plant shows only in its own place. */
    private static void lives(UnaryOperator<Parts> plant, Set<Integer> documented) {
        Planted.with(
                plant,
                2,
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    String image = ana.ready(Map.of("title", "plain day"));
                    List<Client.Reply> replies =
                            List.of(
                                    ana.post("/v1/votes", Map.of("image_id", image, "value", 1)),
                                    ana.post("/v1/favourites", Map.of("image_id", image)),
                                    ana.post(
                                            "/v1/images/" + image + "/comments",
                                            Map.of("text", "well")),
                                    ana.at(nodes.getLast()).get("/v1/images/" + image),
                                    ana.get("/v1/images/" + image + "/file"),
                                    ana.get("/v1/images"),
                                    ana.get("/v1/feed"),
                                    ana.get("/v1/votes"),
                                    ana.get("/v1/stats"),
                                    ana.get("/v1/events"),
                                    ana.delete("/v1/images/" + image));
                    assertThat(replies)
                            .filteredOn(reply -> !documented.contains(reply.status()))
                            .allSatisfy(reply -> assertThat(reply.status()).isLessThan(500));
                });
    }
}
