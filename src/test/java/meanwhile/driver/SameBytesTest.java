package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.GatePoint;
import meanwhile.language.Operation;
import meanwhile.language.Release;
import meanwhile.language.Secret;
import meanwhile.target.Profiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A phrase of the profile and a step with REST Assured send the same bytes, held or not. */
class SameBytesTest {
    private static final Gallery.Sender ANA = new Gallery.Sender(0, new Secret("ana"));
    private static final String PROFILE =
            """
            name: raw
            doors: ["http://127.0.0.1:PORT"]
            accounts: none
            headers: {X-Reader: "{me}", Accept-Language: en}
            domain:
              operations:
                look: {phrase: looks, request: "GET /notes/7", query: {page: "2"}, accepted: [200]}
                erase: {phrase: erases, noun: erasure, request: DELETE /notes/7, accepted: [200]}
                write: {phrase: "writes {text}", noun: writing, request: PUT /notes/7, json: {text: "{text}"}, accepted: [200]}
                post: {phrase: "posts {text}", noun: posting, request: POST /notes, form: {text: "{text}"}, accepted: [200]}
            """;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    @TempDir private Path folder;

    record Same(Operation phrase, Consumer<RequestSpecification> step, String contains) {}

    static Stream<Same> requests() {
        return Stream.of(
                new Same(
                        new Operation.DeclaredRead("look", "looks", Map.of()),
                        given -> given.queryParam("page", 2).get("/notes/7"),
                        "GET /notes/7?page=2 HTTP/1.1\r\n"),
                new Same(
                        new Operation.DeclaredWrite("erase", "erases", Map.of()),
                        given -> given.delete("/notes/7"),
                        "X-Reader: ana\r\n"),
                new Same(
                        new Operation.DeclaredWrite("write", "writes", Map.of("text", "Über")),
                        given ->
                                given.contentType("application/json")
                                        .body(Map.of("text", "Über"))
                                        .put("/notes/7"),
                        "\r\n\r\n{\"text\":\"Über\"}"),
                new Same(
                        new Operation.DeclaredWrite("post", "posts", Map.of("text", "a&b")),
                        given -> given.formParam("text", "a&b").post("/notes"),
                        "\r\n\r\ntext=a%26b"));
    }

    private interface Sending {
        void over(HttpGallery gallery) throws GateClosed;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void bothWaysSendTheSameBytes(Same same) throws Exception {
        for (GatePoint point : GatePoint.values()) {
            Release held = new Held(point);
            String ofPhrase = bytes(gallery -> gallery.send(ANA, same.phrase(), held));
            String ofStep =
                    bytes(
                            gallery ->
                                    same.step()
                                            .accept(
                                                    gallery.ownRequests()
                                                            .given(
                                                                    ANA,
                                                                    request(),
                                                                    (_, exchange) ->
                                                                            exchange.play(held))));
            assertThat(ofStep).isEqualTo(ofPhrase).contains(same.contains());
        }
    }

    private static OwnRequest request() {
        return new OwnRequest("does", "does", Map.of(), List.of(), Map.of(), Map.of());
    }

    private record Held(GatePoint point) implements Release {
        @Override
        public void arrive() {}
    }

    /** What arrives at the server's socket, with the port left out. */
    private String bytes(Sending sending) throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Callable<String> serving = () -> serve(server);
            Future<String> arrived = thread.submit(serving);
            Path profile = folder.resolve("raw.yaml");
            Files.writeString(
                    profile, PROFILE.replace("PORT", String.valueOf(server.getLocalPort())));
            try (HttpGallery gallery = new HttpGallery(new Profiles().find(profile.toString()))) {
                sending.over(gallery);
            }
            return arrived.get().replace(":" + server.getLocalPort(), ":PORT");
        }
    }

    private static String serve(ServerSocket server) throws IOException {
        try (Socket socket = server.accept()) {
            String request = read(socket.getInputStream());
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                                    .getBytes(StandardCharsets.US_ASCII));
            return request;
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (!isWhole(all.toString(StandardCharsets.ISO_8859_1))) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request is cut off: " + all);
            }
            all.write(next);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static boolean isWhole(String request) {
        int head = request.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(request.substring(0, head));
        return request.length() - head - 4
                >= (length.find() ? Integer.parseInt(length.group(1)) : 0);
    }
}
