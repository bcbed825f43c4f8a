package meanwhile;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: the arrows between the rooms go one way. */
class ArchitectureTest {
    private static final JavaClasses SUITE = SuiteClasses.ALL;

    private static final Pattern MAY_IMPORT_SENTENCE = Pattern.compile("It may import ([^.]*)\\.");
    private static final Pattern IMPORTS_NOTHING =
            Pattern.compile("imports no other room|may import nothing");
    private static final Pattern ROOM = Pattern.compile("\\{@code (\\w+)}");

    private static final Map<String, List<String>> MAY_IMPORT =
            Map.ofEntries(
                    Map.entry("language", List.of()),
                    Map.entry("history", List.of("language")),
                    Map.entry("actors", List.of("language", "history")),
                    Map.entry("model", List.of()),
                    Map.entry("check", List.of("language", "history", "model")),
                    Map.entry("target", List.of("language")),
                    Map.entry("driver", List.of("language", "target")),
                    Map.entry("steps", List.of("language", "actors", "history", "check", "model")),
                    Map.entry("report", List.of("language", "history", "check", "model", "proof")),
                    Map.entry("proof", List.of()),
                    Map.entry("own", List.of("language", "history", "check")),
                    Map.entry("reference", List.of()));

    static Stream<String> rooms() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void aRoomImportsOnlyWhatTheMapAllows(String room) {
        assertThat(SUITE.that(resideInAPackage("meanwhile." + room + "..")))
                .as("a room without classes would pass in silence")
                .isNotEmpty();
        String[] others =
                Stream.concat(MAY_IMPORT.keySet().stream(), Stream.of("suite"))
                        .filter(other -> !other.equals(room))
                        .filter(other -> !MAY_IMPORT.getOrDefault(room, List.of()).contains(other))
                        .map(other -> "meanwhile." + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("meanwhile." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(SUITE);
    }

    @Test
    void everyRoomStandsOnTheMap() {
        List<String> rooms =
                SUITE.stream()
                        .map(one -> one.getPackageName())
                        .filter(name -> name.startsWith("meanwhile."))
                        .map(name -> name.substring("meanwhile.".length()))
                        .map(
                                name ->
                                        name.contains(".")
                                                ? name.substring(0, name.indexOf('.'))
                                                : name)
                        .distinct()
                        .toList();
        assertThat(rooms)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(MAY_IMPORT.keySet().stream(), Stream.of("suite")).toList());
    }

    @Test
    void onlyTheDriverKnowsHttpAndOwnStepsAreLentRestAssured() {
        noClasses()
                .that()
                .resideInAPackage("meanwhile..")
                .and()
                .resideOutsideOfPackages("meanwhile.driver..", "meanwhile.reference..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.http..", "java.net.http..")
                .check(SUITE);
        noClasses()
                .that()
                .resideInAPackage("meanwhile..")
                .and()
                .resideOutsideOfPackages(
                        "meanwhile.driver..", "meanwhile.own..", "meanwhile.suite.own..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.restassured..")
                .check(SUITE);
    }

    @Test
    void checkersAndModelsHaveNoClockNoThreadAndNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage("meanwhile.check..", "meanwhile.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.nio..", "java.util.concurrent..", "java.net..")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SUITE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void aRoomSaysWhatItMayImport(String room) throws IOException {
        String said = documentation(room);
        Matcher sentence = MAY_IMPORT_SENTENCE.matcher(said);
        List<String> rooms =
                sentence.find()
                        ? ROOM.matcher(sentence.group(1))
                                .results()
                                .map(name -> name.group(1))
                                .toList()
                        : List.of();
        assertThat(rooms)
                .containsExactlyInAnyOrderElementsOf(MAY_IMPORT.getOrDefault(room, List.of()));
        assertThat(IMPORTS_NOTHING.matcher(said).find()).isEqualTo(rooms.isEmpty());
    }

    private static String documentation(String room) throws IOException {
        return Files.readString(
                        Path.of("src", "main", "java", "meanwhile", room, "package-info.java"))
                .replaceAll("\\s*\\n \\* ?", " ");
    }

    @Test
    void noTwoClassesShareASimpleName() {
        Map<String, Set<String>> places =
                SUITE.stream()
                        .map(SuiteClasses::topLevelName)
                        .filter(name -> !name.endsWith(".package-info"))
                        .collect(
                                Collectors.groupingBy(
                                        name -> name.substring(name.lastIndexOf('.') + 1),
                                        Collectors.toSet()));
        assertThat(places.values()).allSatisfy(place -> assertThat(place).hasSize(1));
    }

    @Test
    void nobodyButTheSuiteKnowsTheReferenceGallery() {
        classes()
                .that()
                .resideInAPackage("meanwhile.reference.defect..")
                .should()
                .onlyBeAccessed()
                .byAnyPackage("meanwhile.reference.defect..", "meanwhile.suite..")
                .check(SUITE);
    }
}
