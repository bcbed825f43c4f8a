package meanwhile.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meanwhile.trials.ExampleTrials;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A project of others that has Meanwhile as its only dependency, built by Maven with an empty local
 * repository. What it needs besides comes from this build's repository.
 */
class OwnStepsProjectIT {
    private static final Path EXAMPLE = Path.of("src/examples/own-steps");
    private static final String PORT = "8093";

    /** What only the reference gallery needs. */
    private static final List<String> OF_GALLERY =
            List.of(
                    "io/javalin",
                    "org/eclipse/jetty",
                    "org/jdbi",
                    "com/zaxxer",
                    "org/flywaydb",
                    "org/postgresql",
                    "io/zonky",
                    "com/github/ben-manes",
                    "com/nimbusds",
                    "net/coobird");

    @TempDir private static Path folder;

    @BeforeAll
    static void install() throws IOException {
        Path jar = jar();
        String version = jar.getFileName().toString().replaceAll("^meanwhile-|\\.jar$", "");
        Path place = folder.resolve("repository/io/github/meanwhile/meanwhile").resolve(version);
        Files.createDirectories(place);
        Files.copy(jar, place.resolve(jar.getFileName()));
        Files.copy(Path.of("pom.xml"), place.resolve("meanwhile-%s.pom".formatted(version)));
        Files.writeString(
                folder.resolve("settings.xml"),
                """
                <settings>
                  <profiles>
                    <profile>
                      <id>usual</id>
                      <repositories>
                        <repository>%1$s</repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository>%1$s</pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>usual</activeProfile></activeProfiles>
                </settings>
                """
                        .formatted(asCentral(usual())));
        copy(EXAMPLE, folder.resolve("project"), freePort());
    }

    /** The plain jar that the build has just made, as it would be installed. */
    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(
                            file ->
                                    file.getFileName()
                                            .toString()
                                            .matches("meanwhile-[\\d.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("target has no jar of Meanwhile"));
        }
    }

    /** A local repository keeps no checksums of what was checked when it was fetched. */
    private static String asCentral(Path repository) {
        return "<id>central</id><url>%s</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
                .formatted(repository.toUri());
    }

    private static Path usual() {
        String given =
                System.getProperty("localRepository", System.getProperty("maven.repo.local"));
        return given == null
                ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                : Path.of(given);
    }

    private static String freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(free.getLocalPort());
        }
    }

    private static void copy(Path from, Path to, String port) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(copied, Files.readString(copied).replace(PORT, port));
            }
        }
    }

    private record Built(int exit, String said) {}

    private static Built build(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "mvn",
                                "-B",
                                "-ntp",
                                "-s",
                                folder.resolve("settings.xml").toString(),
                                "-Dmaven.repo.local=" + folder.resolve("repository"),
                                "test"));
        command.addAll(Arrays.asList(words));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.resolve("project").toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Built(process.waitFor(), said);
    }

    @Test
    void theProjectFindsItsLostUpdate() throws Exception {
        ExampleTrials.play(
                "own-steps",
                "broken",
                Map.of("*", "contradicted", "One after the other", "holds"),
                seed -> {
                    Built broken = build("-Dmeanwhile.seed=" + seed);
                    assertThat(broken.exit()).as(broken.said()).isEqualTo(1);
                    assertThat(broken.said())
                            .contains("[what is on the list] Expected size: 2 but was: 1");
                    return examples();
                });
        assertThat(strangers()).isEmpty();
    }

    @Test
    void theRepairedProjectHolds() throws Exception {
        ExampleTrials.play(
                "own-steps",
                "repaired",
                Map.of("*", "holds"),
                seed -> {
                    Built repaired = build("-Drepaired=true", "-Dmeanwhile.seed=" + seed);
                    assertThat(repaired.exit()).as(repaired.said()).isZero();
                    return examples();
                });
    }

    /** The verdict on each example. */
    private static Map<String, String> examples() throws IOException {
        JsonNode report =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(
                                        folder.resolve(
                                                "project/target/meanwhile/specification.json")));
        Map<String, String> verdicts = new TreeMap<>();
        for (JsonNode rule : report.path("rules")) {
            for (JsonNode example : rule.path("examples")) {
                verdicts.put(example.path("name").asString(), example.path("verdict").asString());
            }
        }
        return verdicts;
    }

    /** The jars in the project's repository that only the reference gallery needs. */
    private static List<String> strangers() {
        return OF_GALLERY.stream()
                .map(group -> folder.resolve("repository").resolve(group))
                .filter(Files::exists)
                .flatMap(OwnStepsProjectIT::jars)
                .toList();
    }

    private static Stream<String> jars(Path group) {
        try (Stream<Path> files = Files.walk(group)) {
            return files
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the example's page calls the change is that of its step class. */
    @Test
    void atMostTenLinesMakeAStepTakePart() throws IOException {
        List<List<String>> blocks = blocks(EXAMPLE.resolve("README.md"));
        List<String> before = new ArrayList<>(blocks.get(0));
        List<String> after = blocks.get(1);
        assertThat(lines(Files.readString(EXAMPLE.resolve("src/test/java/lists/ListSteps.java"))))
                .containsAll(after);
        assertThat(after.stream().filter(line -> !before.remove(line))).hasSizeBetween(1, 10);
    }

    private static List<List<String>> blocks(Path page) throws IOException {
        Matcher blocks =
                Pattern.compile("(?s)```java\\n(public .*?)```").matcher(Files.readString(page));
        return blocks.results().map(block -> lines(block.group(1))).toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
