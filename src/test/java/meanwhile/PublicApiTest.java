package meanwhile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others may rely on is named in one list, and nothing else claims to be public. */
class PublicApiTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(meanwhile\\.[\\w.]+)` \\|");
    private static final String DRIVER = "meanwhile.driver";

    @Test
    void contributingListsThePackagesThatSaySo() throws IOException {
        Set<String> listed =
                ROW.matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> saying = new TreeSet<>(packages("Public API:"));
        saying.addAll(packages("Internal, but for"));
        assertThat(listed).isNotEmpty().isEqualTo(saying);
    }

    @Test
    void everyPackageIsPublicOrInternal() throws IOException {
        List<String> all = packages("");
        assertThat(all).hasSizeGreaterThan(10);
        assertThat(packages("Public API:").size() + packages("Internal").size())
                .isEqualTo(all.size());
    }

    /** Otherwise a change of something internal would break those who rely on the list. */
    @Test
    void whatIsPublicMentionsNothingInternal() throws IOException {
        String[] closed =
                Stream.concat(
                                packages("Public API:").stream(),
                                Stream.of(
                                        "java..",
                                        "org.jspecify..",
                                        "tools.jackson..",
                                        "org.snakeyaml..",
                                        "com.google.re2j..",
                                        "org.HdrHistogram..",
                                        // What a team's own steps are made of.
                                        "io.restassured..",
                                        "org.junit.platform.suite.api.."))
                        .toArray(String[]::new);
        classes()
                .that()
                .resideInAnyPackage(packages("Public API:").toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(closed)
                .check(SuiteClasses.ALL);
        String[] closedWithDriver =
                Stream.concat(Stream.of(closed), Stream.of(DRIVER)).toArray(String[]::new);
        classes()
                .that()
                .haveFullyQualifiedName(DRIVER + ".Driver")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(closedWithDriver)
                .check(SuiteClasses.ALL);
    }

    private static List<String> packages(String saying) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .filter(file -> read(file).contains("<p>" + saying) || saying.isEmpty())
                    .map(file -> SOURCES.relativize(file).getParent().toString().replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
