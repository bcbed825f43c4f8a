package meanwhile.driver;

import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Header;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import meanwhile.language.ImageFile;

/**
 * Sends requests, with REST Assured for single calls and with the lighter {@link Courier} during a
 * run. In a run, REST Assured, which is mostly interpreted Groovy, would take processor time from
 * the gallery under test: each call costs the sender about seven times as much (GateBenchmark
 * prints the ratio), half of a whole run's processor time. Thread-safe: each call has a
 * specification of its own.
 */
final class Transport implements AutoCloseable {
    static {
        // REST Assured is written in Groovy, which links a call site permanently after 10,000
        // calls. Linking far sooner is far cheaper here: a third of the time that a call costs.
        System.setProperty("groovy.indy.optimize.threshold", "100");
        System.setProperty("groovy.indy.fallback.threshold", "100");
    }

    private final Connections connections;
    private final CallDeadline deadline;
    private final Courier courier;
    private final CourierFilter courierFilter;

    /**
     * @param limit how long to wait for an answer
     */
    Transport(Duration limit) {
        connections = new Connections(limit);
        deadline = new CallDeadline(limit);
        courier = new Courier(connections.client(), deadline);
        courierFilter = new CourierFilter(this::timed);
    }

    private CourierFilter.Carried timed(Request request) throws IOException {
        long begun = System.nanoTime();
        Response response = courier.carry(request);
        return new CourierFilter.Carried(response, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Sends content types as they are said, and texts in UTF-8. */
    static RestAssuredConfig config() {
        return RestAssuredConfig.config()
                .encoderConfig(
                        encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .defaultContentCharset(StandardCharsets.UTF_8));
    }

    /**
     * Sends a request in this thread and waits for the whole answer.
     *
     * @param concurrent whether other calls are in progress that this one should not delay
     * @throws IOException if the exchange failed
     */
    Response send(Request request, SocketExchange exchange, boolean concurrent) throws IOException {
        try {
            return ScopedValue.where(SocketExchange.CURRENT, exchange)
                    .call(() -> concurrent ? courier.carry(request) : exchange(request));
        } catch (UncheckedIOException failed) {
            throw Objects.requireNonNull(failed.getCause());
        }
    }

    private Response exchange(Request request) {
        RequestSpecification specification =
                RestAssured.given()
                        .config(config())
                        .filter(courierFilter)
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
                case Request.TextPart(String name, String text, String mediaType) ->
                        specification.multiPart(
                                new MultiPartSpecBuilder(text)
                                        .controlName(name)
                                        .mimeType(mediaType)
                                        .emptyFileName()
                                        .build());
                case Request.FilePart(String name, ImageFile file) ->
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
        deadline.close();
    }
}
