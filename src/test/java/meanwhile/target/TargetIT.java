package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.ExampleServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows the walk-through word for word: its API, its profile, its commands. Needs npm. */
class TargetIT {
    private static final Path EXAMPLES = Path.of("src/examples");

    private static ExampleServer server;

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = ExampleServer.start("json-server", "/images");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theWalkThroughEndsWithAReport() throws Exception {
        Path profile = Files.writeString(folder.resolve("my.yaml"), profile());
        Said check = meanwhile("target", "check", profile.toString());
        assertThat(check.exit()).as(check.text()).isZero();
        assertThat(check.text())
                .containsPattern("upload-image +works")
                .containsPattern("list-votes +missing");

        Path reports = folder.resolve("reports");
        Said run =
                meanwhile(
                        "run",
                        "--target",
                        profile.toString(),
                        "--clause",
                        "R1.2",
                        "--reports",
                        reports.toString());
        assertThat(run.exit()).as(run.text()).isEqualTo(1);
        // The defect shows every time: only the write is held at the gate, so all have read
        // before it.
        assertThat(run.text())
                .contains("Expected at least 5 votes up, saw")
                .doesNotContain("Expected at most")
                .doesNotContain("withdraw-vote was refused");
        assertThat(clause(reports).path("verdict").asString()).isEqualTo("contradicted");

        Path accepted =
                Files.writeString(
                        folder.resolve("accepted.yaml"),
                        "- {clause: R1.2, reason: known, until: 2999-12-31, target: my-gallery}\n");
        Said later =
                meanwhile(
                        "run",
                        "--target",
                        profile.toString(),
                        "--clause",
                        "R1.2",
                        "--accepted",
                        accepted.toString(),
                        "--reports",
                        reports.toString());
        assertThat(later.exit()).as(later.text()).isZero();
        assertThat(clause(reports).path("accepted").asString()).contains("until 2999-12-31: known");
    }

    private static JsonNode clause(Path reports) throws IOException {
        JsonNode report =
                JsonMapper.shared()
                        .readTree(Files.readString(reports.resolve("specification.json")));
        for (JsonNode clause : report.path("clauses")) {
            if (clause.path("id").asString().equals("R1.2")) {
                return clause;
            }
        }
        throw new AssertionError("the report has no R1.2");
    }

    /** The profile that the walk-through tells its reader to save. */
    private static String profile() throws IOException {
        String text = Files.readString(EXAMPLES.resolve("README.md"));
        Matcher block =
                Pattern.compile("```yaml\\n(name: my-gallery.*?)```", Pattern.DOTALL).matcher(text);
        assertThat(block.find()).isTrue();
        return block.group(1).replace("127.0.0.1:3000", "127.0.0.1:" + server.port());
    }

    private record Said(int exit, String text) {}

    private Said meanwhile(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "meanwhile.suite.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
