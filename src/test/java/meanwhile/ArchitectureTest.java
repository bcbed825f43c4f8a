package meanwhile;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: the arrows between the rooms go one way. */
class ArchitectureTest {
    private static final JavaClasses SUITE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("meanwhile");

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
                    Map.entry("report", List.of("language", "history", "check", "proof")),
                    Map.entry("proof", List.of()),
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
    void onlyTheDriverKnowsHttp() {
        noClasses()
                .that()
                .resideInAPackage("meanwhile..")
                .and()
                .resideOutsideOfPackages("meanwhile.driver..", "meanwhile.reference..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.restassured..", "org.apache.http..", "java.net.http..")
                .check(SUITE);
    }

    @Test
    void checkersHaveNoClockNoThreadAndNoInputOrOutput() {
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

    @Test
    void onlyActorsStartThreads() {
        noClasses()
                .that()
                .resideInAPackage("meanwhile..")
                .and()
                .resideOutsideOfPackages("meanwhile.actors..", "meanwhile.reference..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ExecutorService")
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .check(SUITE);
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
