package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Secret;
import meanwhile.target.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests answers that nobody asked for: compressed, repeating secrets, or made for an expression.
 */
class HostileAnswersTest {
    private static final String PROFILE =
            """
            refusals: [{status: 500, matches: (a+)+$, means: other}]
            operations:
              read-image: {request: "GET /images/{image}", accepted: [200], answer: {id: /id, status: = ready, title: /title}}
              delete-image: {request: "DELETE /images/{image}", accepted: [200]}
              log-in: {request: POST /sessions, json: {p: "{password}"}, accepted: [200], answer: {access-token: /a}}
            """;

    private static final Operation LOOK = new Operation.ReadImage(new ImageId("7"));

    @TempDir private Path folder;

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new DeflaterOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private Outcome answered(int status, String coding, byte[] body, boolean concurrent)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    if (!coding.isEmpty()) {
                        exchange.getResponseHeaders().set("Content-Encoding", coding);
                    }
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        String door = "http://127.0.0.1:" + server.getAddress().getPort();
        Path file =
                Files.writeString(
                        folder.resolve("profile.yaml"),
                        "name: stub\ndoors: [\"" + door + "\"]\n" + PROFILE);
        try (HttpGallery gallery = new HttpGallery(new Profiles().find(file.toString()))) {
            return gallery.send(new Gallery.Sender(0, null, concurrent), LOOK).outcome();
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCompressedAnswerIsDecoded(boolean concurrent) throws IOException {
        byte[] body = "{\"id\": \"7\", \"title\": \"Käse\"}".getBytes(StandardCharsets.UTF_8);
        for (String coding : new String[] {"gzip", "x-gzip", "GZIP", "deflate", "identity"}) {
            byte[] sent =
                    switch (coding) {
                        case "deflate" -> deflate(body);
                        case "identity" -> body;
                        default -> gzip(body);
                    };
            Outcome outcome = answered(200, coding, sent, concurrent);
            assertThat(outcome).as(coding).isInstanceOf(Outcome.Accepted.class);
            Answer answer = ((Outcome.Accepted) outcome).answer();
            assertThat(((Answer.ImageSeen) answer).title()).isEqualTo("Käse");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatCannotBeDecodedIsOneSentence(boolean concurrent) throws IOException {
        byte[] body = gzip("{\"id\": \"7\"}".getBytes(StandardCharsets.UTF_8));
        for (String coding : new String[] {"br", "deflate"}) {
            assertThat(answered(200, coding, body, concurrent).detail())
                    .endsWith(
                            "%d bytes that are no text, said to be encoded as “%s”, which no request asks for"
                                    .formatted(body.length, coding));
        }
        assertThat(answered(200, "", body, concurrent).detail())
                .endsWith("in: %d bytes that are no text".formatted(body.length));
    }

    @Test
    void aBombOfZerosIsAnAnswerWithoutAnEnd() throws IOException {
        Outcome outcome = answered(200, "gzip", gzip(new byte[40 * 1024 * 1024]), true);
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(outcome.detail()).isEqualTo("the answer is longer than 33554432 bytes");
    }

    @Test
    void noAnswerStopsAnExpression() throws IOException {
        byte[] body = ("a".repeat(40_000) + "!").getBytes(StandardCharsets.UTF_8);
        assertThat(answered(500, "", body, true)).isInstanceOf(Outcome.Broken.class);
    }

    @Test
    void aSecretThatComesBackInAnotherFormIsMasked() throws Exception {
        String password = "s3c/ret wörd";
        byte[] basic = ("ana:" + password).getBytes(StandardCharsets.UTF_8);
        String form = URLEncoder.encode(password, StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(basic);
        for (Stub.Answer answer :
                new Stub.Answer[] {
                    Stub.Answer.text(500, "no " + form),
                    Stub.Answer.json(500, "{\"message\": \"" + base64 + "\"}"),
                    Stub.Answer.text(302, "").with("Location", "/login/" + form)
                }) {
            try (Stub stub = new Stub(_ -> answer);
                    HttpGallery gallery = stub.gallery(folder, PROFILE)) {
                Operation logIn = new Operation.LogIn("ana", new Secret(password));
                assertThat(Stub.send(gallery, "", logIn).detail())
                        .contains(Secret.MASK)
                        .doesNotContain("s3c")
                        .doesNotContain(base64.substring(8, 12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "...", "a.b"})
    void anIdentifierOfDotsStaysOne(String id) throws Exception {
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "{}"));
                HttpGallery gallery = stub.gallery(folder, PROFILE)) {
            Operation delete = new Operation.DeleteImage(new ImageId(id));
            for (boolean concurrent : new boolean[] {false, true}) {
                gallery.send(new Gallery.Sender(0, null, concurrent), delete);
            }
            String sent = id.equals("a.b") ? id : id.replace(".", "%2E");
            assertThat(stub.asked())
                    .containsExactly("DELETE /images/" + sent, "DELETE /images/" + sent);
        }
    }
}
