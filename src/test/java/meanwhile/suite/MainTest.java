package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.history.HistoryFile;
import meanwhile.history.HistoryHeader;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.ReferenceGallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken set-up: one clear message, and exit code 3. */
class MainTest {
    @TempDir private Path folder;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(run("run", "--tragets", "x")).isEqualTo(3);
        assertThat(said()).contains("--tragets");
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        assertThat(run()).isEqualTo(3);
        assertThat(said()).contains("run, prove, explore, judge, gallery");
    }

    @Test
    void aDefectWithoutAWindowIsNotProvenWithAllThatHaveOne() {
        assertThat(
                        run(
                                "prove",
                                "--window",
                                "100",
                                "--defect",
                                "wrong-retry-after",
                                "--reports",
                                reports()))
                .isEqualTo(3);
        assertThat(said()).contains("none of wrong-retry-after has a window");
    }

    @Test
    void anUnknownTargetIsNamedWithTheKnownOnes() {
        assertThat(run("run", "--target", "nowhere", "--reports", reports())).isEqualTo(3);
        assertThat(said())
                .isEqualTo(
                        "meanwhile: no target is called “nowhere” and there is no such file;"
                                + " built-in targets are reference, json-server, parse-server,"
                                + " thecatapi\n");
    }

    @Test
    void anUnknownDefectIsNamedWithTheKnownOnes() {
        assertThat(run("run", "--defect", "typo", "--reports", reports())).isEqualTo(3);
        assertThat(said()).contains("--defect", "\"typo\"", "lost-update-vote-counter");
    }

    @Test
    void anUnknownHollowServerOrKindOfTrialIsNamedWithTheKnownOnes() {
        assertThat(run("gallery", "--defect", "hollow sulks: every write")).isEqualTo(3);
        assertThat(said())
                .startsWith("meanwhile: --defect: no hollow server is named \"hollow sulks: ")
                .contains("the ways are refuses, throttles", "every write but uploads");
        String[] prove = {"prove", "--kinds", "hollow", "--reports", reports(), "--defect"};
        assertThat(run(with(prove, "hollow empties: every write"))).isEqualTo(3);
        assertThat(said()).contains("the scopes of “empties” are every read");
        assertThat(run("prove", "--kinds", "holow", "--reports", reports())).isEqualTo(3);
        assertThat(said()).contains("--kinds: “holow”", "loaded, phrases and hollow");
    }

    private static String[] with(String[] words, String more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aTypoInATableRowIsNamedWithItsPlaceAndTheNearestPhrases() throws IOException {
        Files.writeString(
                folder.resolve("votes.feature"),
                """
                Feature: Votes
                  @R1.1
                  Rule: Votes are answered

                    Example: Two votes
                      Given Ana has uploaded "Tabby"
                      When at the same moment, 2 times over:
                        | Ana | votes up on "Tabby"  |
                        | Ben | vots down on "Tabby" |
                      Then every vote is accepted
                """);
        assertThat(run("run", "--features", folder.toString(), "--reports", reports()))
                .isEqualTo(3);
        assertThat(said())
                .contains("votes.feature:9: no phrase fits “Ben vots down on \"Tabby\"”")
                .contains("{actor} votes {direction} on {image}")
                .hasLineCount(1);
    }

    @Test
    void featuresThatOnlyLookBackAreRefusedWithTheLine() throws IOException {
        Files.writeString(
                folder.resolve("end.feature"),
                """
                Feature: The end
                  Example: Nothing waits
                    Given the other scenarios have been played
                    When the last of them has ended
                    Then every action has ended in good time
                """);
        assertThat(run("run", "--features", folder.toString(), "--reports", reports()))
                .isEqualTo(3);
        assertThat(said())
                .contains("end.feature:5: “every action has ended in good time” looks back")
                .hasLineCount(1);
    }

    @Test
    void aFeatureThatIsNoneIsNamedWithItsPlace() throws IOException {
        Files.writeString(
                folder.resolve("broken.feature"),
                "Feature: x\n  Example: y\n    Given z\n    Gven w\n");
        assertThat(run("run", "--features", folder.toString(), "--reports", reports()))
                .isEqualTo(3);
        assertThat(said()).contains("broken.feature", "(4:5)");
    }

    @Test
    void aFolderWithoutFeaturesIsNamed() {
        assertThat(run("run", "--features", folder.toString(), "--reports", reports()))
                .isEqualTo(3);
        assertThat(said()).contains("there is no *.feature file in " + folder);
    }

    @Test
    void aTagThatFitsNothingJudgesNothing() {
        assertThat(run("run", "--tags", "@nowhere", "--reports", reports())).isEqualTo(3);
        assertThat(said()).contains("no example fits “@nowhere”");
    }

    @Test
    void whatCannotBePlayedAgainIsNamed() throws IOException {
        Path none = folder.resolve("none.ndjson");
        assertThat(run("run", "--replay", none.toString(), "--reports", reports())).isEqualTo(3);
        Path history = folder.resolve("gone.ndjson");
        HistoryFile.write(
                history, new HistoryHeader("reference", "gone.feature", "Gone", 7), List.of());
        assertThat(run("run", "--replay", history.toString(), "--reports", reports())).isEqualTo(3);
        assertThat(run("run", "--replay", history.toString(), "--seed", "3")).isEqualTo(3);
        assertThat(said())
                .contains("--replay: " + none + " is not a readable history")
                .contains("no example fits “Gone” of gone.feature")
                .contains("leave out --clause, --tags and --seed")
                .hasLineCount(3);
    }

    @Test
    void aTargetThatIsNotThereIsNamedWithItsAddress() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Path profile = profile(List.of(URI.create("http://127.0.0.1:" + free)), "");
        assertThat(run("run", "--target", profile.toString(), "--reports", reports())).isEqualTo(3);
        assertThat(said())
                .startsWith(
                        "meanwhile: target reference is not reachable: http://127.0.0.1:" + free)
                .hasLineCount(1);
    }

    @Test
    void aTargetElsewhereNeedsPermission() throws IOException {
        Path profile = profile(List.of(URI.create("http://192.0.2.1")), "");
        assertThat(run("run", "--target", profile.toString(), "--reports", reports())).isEqualTo(3);
        assertThat(run("target", "check", profile.toString())).isEqualTo(3);
        assertThat(said())
                .contains("http://192.0.2.1, which is not this machine")
                .contains("add --i-may-test-this-target")
                .hasLineCount(2);
    }

    @Test
    void anotherHostOfATargetOnThisMachineNeedsPermissionToo() throws IOException {
        Path profile =
                profile(
                        List.of(URI.create("http://127.0.0.1:9")),
                        "addresses: {pay: \"http://192.0.2.1\"}\n");
        assertThat(run("target", "check", profile.toString())).isEqualTo(3);
        assertThat(said()).contains("is at http://192.0.2.1, which is not this machine");
    }

    @Test
    void aComputerThatDoesNotExistIsNamed() throws IOException {
        Path profile = profile(List.of(URI.create("http://nowhere.invalid")), "");
        String[] command = {"target", "check", profile.toString(), "--i-may-test-this-target"};
        assertThat(run(command)).isEqualTo(3);
        assertThat(said())
                .contains("target reference is not reachable: http://nowhere.invalid")
                .contains("unknown host nowhere.invalid")
                .contains("line ")
                .hasLineCount(1);
    }

    @Test
    void troubleWithTlsIsNamed() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (Socket socket = plain.accept()) {
                                    socket.getOutputStream()
                                            .write("no TLS here".getBytes(StandardCharsets.UTF_8));
                                } catch (IOException closed) {
                                    throw new java.io.UncheckedIOException(closed);
                                }
                            });
            URI door = URI.create("https://127.0.0.1:" + plain.getLocalPort());
            Path profile = profile(List.of(door), "");
            assertThat(run("target", "check", profile.toString())).isEqualTo(3);
            assertThat(said()).contains("TLS with 127.0.0.1").hasLineCount(1);
        }
    }

    @Test
    void aWrongKeyInAProfileIsOneLine() throws IOException {
        Path profile = profile(List.of(URI.create("http://127.0.0.1:1")), "colour: red");
        assertThat(run("run", "--target", profile.toString(), "--reports", reports())).isEqualTo(3);
        assertThat(said())
                .matches("(?s)meanwhile: profile .*, line \\d+: “colour” is not known here; .*")
                .hasLineCount(1);
    }

    @Test
    void aWrongPasswordIsNamedWithItsLoginAndNotShown() throws IOException {
        try (ReferenceGallery gallery =
                ReferenceGallery.start(
                        GalleryOptions.defaults().withAdministrator("mara", "right"),
                        UnaryOperator.identity())) {
            Path password = Files.writeString(folder.resolve("password"), "wr0ng");
            Path profile =
                    profile(
                            gallery.nodes(),
                            "administrator: {login: mara, password-from-file: \""
                                    + password
                                    + "\"}");
            assertThat(run("run", "--target", profile.toString(), "--reports", reports()))
                    .isEqualTo(3);
            assertThat(said())
                    .contains("rejects the log-in of the administrator “mara”")
                    .doesNotContain("wr0ng")
                    .hasLineCount(1);
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run("gallery", "--port", port)).isEqualTo(3);
            assertThat(said()).contains(port).hasLineCount(1);
        }
    }

    private int run(String... arguments) {
        return Main.run(new PrintStream(messages, true, StandardCharsets.UTF_8), arguments);
    }

    private String said() {
        return messages.toString(StandardCharsets.UTF_8);
    }

    private String reports() {
        return folder.resolve("reports").toString();
    }

    /** The reference profile for a gallery elsewhere. */
    private Path profile(List<URI> doors, String more) throws IOException {
        try (InputStream shipped = getClass().getResourceAsStream("/targets/reference.yaml")) {
            String text =
                    new String(
                            Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    folder.resolve("profile.yaml"),
                    text + "\ndoors: " + doors + "\n" + more + "\n");
        }
    }
}
