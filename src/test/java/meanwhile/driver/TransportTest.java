package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import meanwhile.language.ImageFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A concurrent call and a single call send the same request. */
class TransportTest {
    private static final URI SOMEWHERE = URI.create("http://127.0.0.1/a%20b?c=d%2Fe");
    private static final Map<String, String> HEADERS =
            Map.of("Authorization", "Bearer t0ken", "If-Match", "\"3\"");

    static Stream<Request> requests() {
        return Stream.of(
                new Request("GET", SOMEWHERE, HEADERS, null, List.of(), null),
                new Request("GET", SOMEWHERE, Map.of("Accept", "image/*"), null, List.of(), null),
                new Request("DELETE", SOMEWHERE, HEADERS, null, List.of(), null),
                new Request("PUT", SOMEWHERE, HEADERS, "{\"über\": 1}", List.of(), null),
                new Request(
                        "POST",
                        SOMEWHERE,
                        HEADERS,
                        null,
                        List.of(),
                        new Request.Raw(new byte[] {1, 2, 3}, "image/png")),
                new Request(
                        "POST",
                        SOMEWHERE,
                        HEADERS,
                        null,
                        List.of(
                                new Request.TextPart("title", "Über"),
                                new Request.FilePart(
                                        "file",
                                        ImageFile.of(
                                                "ä.png",
                                                "image/png",
                                                "bytes".getBytes(StandardCharsets.UTF_8)))),
                        null));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void bothWaysSendTheSame(Request request) throws IOException {
        assertThat(asSeen(request, true)).isEqualTo(asSeen(request, false));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void bothWaysReadTheSame(Request request) throws IOException {
        Response concurrent = answer(request, true);
        Response unhurried = answer(request, false);
        assertThat(concurrent.status()).isEqualTo(unhurried.status()).isEqualTo(418);
        assertThat(concurrent.text()).isEqualTo(unhurried.text()).isEqualTo("{\"ü\": 1}");
        assertThat(concurrent.header("ETag"))
                .isEqualTo(unhurried.header("ETag"))
                .isEqualTo("\"7\"");
    }

    private static Response answer(Request request, boolean concurrent) throws IOException {
        try (Stub stub = new Stub(_ -> Stub.Answer.json(418, "{\"ü\": 1}").with("ETag", "\"7\""));
                Transport transport = new Transport(Duration.ofSeconds(10))) {
            return transport.send(at(stub, request), new SocketExchange(null), concurrent);
        }
    }

    /**
     * The request line, headers and body, without a form's boundary, which is random even in its
     * length.
     */
    private static String asSeen(Request request, boolean concurrent) throws IOException {
        StringBuilder seen = new StringBuilder();
        try (Stub stub =
                        new Stub(
                                question -> {
                                    Map<String, List<String>> headers =
                                            new TreeMap<>(question.exchange().getRequestHeaders());
                                    headers.remove("Host");
                                    seen.append(question.line())
                                            .append(headers)
                                            .append(question.body());
                                    return Stub.Answer.json(200, "{}");
                                });
                Transport transport = new Transport(Duration.ofSeconds(10))) {
            transport.send(at(stub, request), new SocketExchange(null), concurrent);
        }
        String all = seen.toString();
        int boundary = all.indexOf("boundary=");
        if (boundary < 0) {
            return all;
        }
        return all.replace(all.substring(boundary + 9, all.indexOf(']', boundary)), "…")
                .replaceFirst("(?i)content-length=\\[\\d+]", "as long as it is");
    }

    private static Request at(Stub stub, Request request) {
        return new Request(
                request.method(),
                URI.create(
                        stub.address()
                                + request.url().getRawPath()
                                + "?"
                                + request.url().getRawQuery()),
                request.headers(),
                request.json(),
                request.parts(),
                request.raw());
    }
}
