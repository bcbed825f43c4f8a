package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows the walk-through word for word: its API, its profile, its commands. Needs npm. */
class TargetIT {
    private static final Path EXAMPLES = Path.of("src/examples");
    private static final Duration START = Duration.ofMinutes(3);

    private static int port;
    private static Process server;

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws IOException {
        Path log = Path.of("target", "json-server.log");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server =
                new ProcessBuilder(
                                EXAMPLES.resolve("json-server/start.sh").toString(),
                                String.valueOf(port))
                        // Node makes an inherited input non-blocking, also for this JVM's own
                        // reader.
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            assertThat(System.nanoTime())
                    .as("json-server should be up, see %s", log)
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static boolean answers() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/images"))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while json-server started", interrupted);
        }
    }

    @AfterAll
    static void stop() {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
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
        return block.group(1).replace("127.0.0.1:3000", "127.0.0.1:" + port);
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
