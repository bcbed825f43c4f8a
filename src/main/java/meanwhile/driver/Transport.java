package meanwhile.driver;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Header;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends requests with REST Assured. Safe for many actors at once; each call has a specification of
 * its own.
 */
final class Transport implements AutoCloseable {
    private final Connections connections;
    private final RestAssuredConfig config;

    /**
     * @param limit how long to wait for an answer
     */
    Transport(Duration limit) {
        connections = new Connections(limit);
        config =
                RestAssuredConfig.config()
                        .httpClient(
                                httpClientConfig()
                                        .httpClientFactory(connections::client)
                                        .dontReuseHttpClientInstance())
                        .redirect(redirectConfig().followRedirects(false))
                        .encoderConfig(
                                encoderConfig()
                                        .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                false));
    }

    /**
     * Sends a request in this thread and waits for the whole answer.
     *
     * @throws Exception whatever went wrong on the way: Groovy lets checked exceptions through
     */
    Response send(Request request, Wire wire) throws Exception {
        return ScopedValue.where(Wire.CURRENT, wire).call(() -> exchange(request));
    }

    private Response exchange(Request request) {
        RequestSpecification specification =
                RestAssured.given()
                        .config(config)
                        .urlEncodingEnabled(false)
                        .headers(request.headers());
        if (request.json() != null) {
            specification.contentType("application/json").body(request.json());
        }
        if (request.raw() != null) {
            specification.contentType(request.raw().mediaType()).body(request.raw().bytes());
        }
        for (Request.Part part : request.parts()) {
            switch (part) {
                case Request.TextPart(String name, String text) ->
                        specification.multiPart(
                                new MultiPartSpecBuilder(text)
                                        .controlName(name)
                                        .mimeType("text/plain")
                                        .charset(StandardCharsets.UTF_8)
                                        .build());
                case Request.FilePart(String name, var file) ->
                        specification.multiPart(name, file.name(), file.bytes(), file.mediaType());
            }
        }
        io.restassured.response.Response answer =
                specification.request(request.method(), request.url());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : answer.headers()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>())
                    .add(header.getValue());
        }
        return new Response(answer.statusCode(), headers, answer.asByteArray());
    }

    void rest() {
        connections.closeIdle();
    }

    @Override
    public void close() {
        connections.close();
    }
}
