package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Own features, with and without clauses, played against a gallery that takes votes and forgets
 * them: what is contradicted is red everywhere.
 */
class OwnRulesTest {
    private static final String TAGGED =
            """
            @R1.1
            Rule: Votes are answered

              Example: One vote
                Given Ana has uploaded "Tabby"
                When Ben votes up on "Tabby"
                Then every vote is accepted
            """;
    private static final String UNTAGGED =
            """
            Rule: Nobody is forgotten

              Example: Two hands
                Given Ana has uploaded "Tabby"
                When at the same moment, 3 times over:
                  | Ben   | votes up on "Tabby" |
                  | Chloe | votes up on "Tabby" |
                Then the count of "Tabby" is exactly its accepted votes
            """;
    private static final String NOT_OFFERED =
            """
            @SHELF-1
            Rule: A shelf is whole

              Example: One favourite
                Given Ana has uploaded "Tabby"
                When Ben makes "Tabby" a favourite
                Then nothing of "Tabby" stays behind in anybody's lists
            """;
    private static final String OWN = "our-promises-nobody-is-forgotten";

    @TempDir private Path folder;
    private TinyGallery gallery;
    private final Captured out = new Captured();

    @BeforeEach
    void open() throws IOException {
        gallery =
                new TinyGallery(
                        asked ->
                                asked.line().matches("GET /images/\\d+.*")
                                        ? withoutVotes(
                                                Integer.parseInt(
                                                        asked.line()
                                                                .replaceAll("\\D+", " ")
                                                                .strip()
                                                                .split(" ", 2)[0]))
                                        : null);
        Files.writeString(folder.resolve("tiny's.yaml"), gallery.profile("accounts: none"));
    }

    private Stub.Answer withoutVotes(int image) {
        return Stub.Answer.json(
                200,
                "{\"id\": %d, \"title\": \"%s\", \"votes\": []}"
                        .formatted(image, gallery.title(image)));
    }

    @AfterEach
    void close() {
        gallery.close();
    }

    @Test
    void anOwnRuleThatIsContradictedIsRedEverywhere() throws IOException {
        assertThat(play(TAGGED + UNTAGGED)).as(out.text()).isEqualTo(1);
        assertThat(lastVerdict()).isEqualTo("contradicted");
        JsonNode json = json("specification.json");
        assertThat(json.path("version").asInt()).isEqualTo(2);
        assertThat(json.path("verdict").asString()).isEqualTo("contradicted");
        assertThat(json.path("counts").path("holds").asInt()).isEqualTo(1);
        assertThat(json.path("ruleCounts").path("contradicted").asInt()).isEqualTo(1);
        JsonNode rule = json.path("rules").get(0);
        assertThat(rule.path("id").asString()).isEqualTo(OWN);
        assertThat(rule.path("rule").asString()).isEqualTo("Nobody is forgotten");
        assertThat(rule.path("examples").get(0).path("contradictedRounds").asInt()).isEqualTo(3);
        assertThat(file(rule.path("examples").get(0).path("evidence").asString()))
                .contains("What happened");
        assertThat(file("junit.xml")).contains("failures=\"1\"", "tests=\"2\"", OWN);
        assertThat(file("badge.svg")).contains("1 contradicted");
        assertThat(file("summary.md")).contains("# tiny: contradicted", OWN);
        assertThat(json("history.json").path("runs").get(0).path("clauses").path(OWN).asString())
                .isEqualTo("contradicted");
        assertThat(file("index.html")).contains("1 of 2 promises is contradicted", OWN);
        assertThat(file("features/our-promises.html")).contains("Nobody is forgotten");
        assertThat(file("search-index.js")).contains(OWN);
        assertThat(reports().resolve("histories/" + OWN + "-two-hands.ndjson")).exists();
    }

    @Test
    void thePrintedCommandRepeatsTheExample() throws Exception {
        assertThat(play(UNTAGGED)).as(out.text()).isEqualTo(1);
        String command =
                out.text()
                        .lines()
                        .filter(line -> line.startsWith("  to repeat it: "))
                        .findFirst()
                        .orElseThrow()
                        .replace("  to repeat it: ", "");
        assertThat(command).contains("--i-may-test-this-target");
        List<String> words = new ArrayList<>(asAShellReads(command));
        assertThat(words.subList(0, 4))
                .containsExactly("java", "-jar", "target/meanwhile.jar", "run");
        Captured again = new Captured();
        String[] arguments = words.subList(3, words.size()).toArray(String[]::new);
        assertThat(again.run(arguments)).as(again.text()).isEqualTo(1);
        assertThat(again.text()).contains("1 examples against tiny", "Two hands: contradicted");
    }

    @Test
    void anOwnRuleMayBeAccepted() throws IOException {
        Path accepted =
                Files.writeString(
                        folder.resolve("accepted.yaml"),
                        "- {clause: %s, reason: known, until: 2999-01-01}\n".formatted(OWN));
        assertThat(play(TAGGED + UNTAGGED, "--accepted", accepted.toString()))
                .as(out.text())
                .isZero();
        assertThat(lastVerdict()).isEqualTo("holds");
        assertThat(play(UNTAGGED, "--accepted", accepted.toString())).as(out.text()).isZero();
        assertThat(lastVerdict()).isEqualTo("contradicted as accepted");
        assertThat(file("junit.xml")).contains("failures=\"0\"", "skipped=\"1\"");
        Files.writeString(accepted, "- {clause: gone, reason: known, until: 2999-01-01}\n");
        assertThat(play(UNTAGGED, "--accepted", accepted.toString())).isEqualTo(3);
        assertThat(out.text()).contains("“gone” does not fit; allowed are U1.1", OWN);
    }

    @Test
    void anOwnRuleMayBePlayedAlone() throws IOException {
        assertThat(play(TAGGED + UNTAGGED + NOT_OFFERED, "--clause", OWN)).as(out.text()).isOne();
        assertThat(out.text()).contains("1 examples against tiny", "Two hands: contradicted");
        assertThat(file("junit.xml")).contains("Two hands").doesNotContain("One vote");
        assertThat(play(TAGGED + UNTAGGED + NOT_OFFERED, "--clause", "R1.1", OWN, "SHELF-1"))
                .isOne();
        assertThat(out.text()).contains("3 examples against tiny");
        assertThat(play(TAGGED + UNTAGGED, "--clause", OWN, "--tags", "@R1.1")).isEqualTo(3);
        assertThat(out.text()).contains("no example fits “(%s) and (@R1.1)”".formatted(OWN));
    }

    @Test
    void anIdThatNothingHasIsRefusedWithThoseThatAreAllowed() throws IOException {
        assertThat(play(TAGGED + UNTAGGED, "--clause", "R1.1", "our-promises", "R1.9"))
                .isEqualTo(3);
        assertThat(out.text())
                .contains(
                        "--clause: “our-promises”, “R1.9” does not fit; allowed are", OWN, "R1.1");
        assertThat(reports()).doesNotExist();
    }

    @Test
    void whereNothingIsOfferedNothingHolds() throws IOException {
        assertThat(play(NOT_OFFERED)).as(out.text()).isEqualTo(3);
        assertThat(lastVerdict()).isEqualTo("nothing judged");
        assertThat(json("specification.json").path("verdict").asString())
                .isEqualTo("nothing judged");
        assertThat(json("specification.json").path("rules").get(0).path("id").asString())
                .isEqualTo("SHELF-1");
        assertThat(file("summary.md")).contains("# tiny: nothing judged");
        assertThat(file("badge.svg")).contains("nothing judged");
        assertThat(file("index.html")).contains("Nothing was judged");
    }

    @Test
    void anExampleThatVanishesIsWarnedOf() throws IOException {
        assertThat(play("Rul: Lost in prose\n\n" + TAGGED)).as(out.text()).isZero();
        assertThat(out.text())
                .contains("Warning: mine.feature:3: “Rul:” is read as prose; is “Rule:” meant?");
    }

    @Test
    void anAnswerCommandsNeitherTheTerminalNorTheCiSystem() throws IOException {
        gallery.close();
        gallery =
                new TinyGallery(
                        asked ->
                                asked.line().endsWith("/votes")
                                        ? Stub.Answer.text(
                                                500,
                                                "\n"
                                                    + "::error file=x::no\r"
                                                    + "::warning::no\033]0;no\007##[error]\u202e"
                                                        + " [no](http://no.example) ".repeat(99))
                                        : null);
        Files.writeString(folder.resolve("tiny's.yaml"), gallery.profile("accounts: none"));
        play(
                """
                Rule: A vote is answered

                  Example: One vote
                    Given Ana has uploaded "Tabby"
                    When Ben votes up on "Tabby"
                    Then every vote is answered in good time
                """);
        String said = out.text();
        assertThat(said).contains("error file=x");
        assertThat(said).doesNotContainPattern("(?m)^\\s*::").doesNotContain("##[");
        assertThat(said.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\u202e]");
        assertThat(file("summary.md")).doesNotContain("[no](", "http://");
    }

    /** Returns the exit code of a run of one feature with these rules. */
    private int play(String rules, String... more) throws IOException {
        Path features = Files.createDirectories(folder.resolve("our features"));
        Files.writeString(
                features.resolve("mine.feature"), "Feature: Our promises\n\n" + rules.indent(2));
        String[] fixed = {
            "run",
            "--target",
            folder.resolve("tiny's.yaml").toString(),
            "--features",
            features.toString(),
            "--reports",
            reports().toString(),
            "--seed",
            "7",
            "--i-may-test-this-target"
        };
        return out.run(
                Stream.concat(Arrays.stream(fixed), Arrays.stream(more)).toArray(String[]::new));
    }

    private String lastVerdict() {
        List<String> said =
                out.text().lines().filter(line -> line.matches("[a-z ]+ in [\\d.]+ s")).toList();
        return said.getLast().replaceAll(" in [\\d.]+ s", "");
    }

    private static List<String> asAShellReads(String command) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command)
                        .redirectErrorStream(true)
                        .start();
        String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(words).isZero();
        return words.lines().toList();
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    private JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(file(name));
    }

    private String file(String name) throws IOException {
        return Files.readString(reports().resolve(name));
    }
}
