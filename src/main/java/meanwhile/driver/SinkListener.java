package meanwhile.driver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.target.ProfileException;
import meanwhile.target.Sink;
import meanwhile.target.SinkReader;
import meanwhile.target.Template;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens in the place of a service that the target is told to call. What is asked is told before
 * it is answered: whoever has the target's answer finds what the target waited for.
 */
final class SinkListener implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The longest request that is read, in bytes. */
    private static final int LONGEST = 1024 * 1024;

    /** The answer to a request that lacks a fact. */
    private static final int UNFIT = 422;

    /** The longest fact that is kept; no identity is longer. */
    private static final int LONGEST_FACT = 1_000;

    private final Sink sink;
    private final UnaryOperator<String> shown;
    private final Consumer<Gallery.Heard> ear;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong number = new AtomicLong();

    /**
     * Listens from now on.
     *
     * @param shown a text as it may be shown, without secrets
     * @throws ProfileException if nobody can listen there
     */
    SinkListener(Sink sink, UnaryOperator<String> shown, Consumer<Gallery.Heard> ear) {
        this.sink = sink;
        this.shown = shown;
        this.ear = ear;
        try {
            server = HttpServer.create(new InetSocketAddress(sink.host(), sink.port()), 0);
        } catch (IOException | IllegalArgumentException taken) {
            throw new ProfileException(
                    "the sink “%s” cannot listen at %s:%d: %s"
                            .formatted(sink.name(), sink.host(), sink.port(), taken.getMessage()));
        }
        server.setExecutor(threads);
        server.createContext("/", this::hear);
        server.start();
    }

    /** Where the target can call. */
    String address() {
        String host = sink.host().contains(":") ? "[" + sink.host() + "]" : sink.host();
        return "http://%s:%d".formatted(host, server.getAddress().getPort());
    }

    /** A request lacks what the profile says of it. */
    private static final class Odd extends Exception {
        private static final long serialVersionUID = 1L;

        Odd(String message) {
            super(message);
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        long begun = System.nanoTime();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
            long released = System.nanoTime();
            Sink.Asked asked = asked(exchange);
            Heard heard = asked == null ? odd(exchange) : heard(asked, exchange, body);
            long now = System.nanoTime();
            ear.accept(
                    new Gallery.Heard(
                            sink.name(),
                            heard.event(),
                            heard.words(),
                            new Gallery.Reply(heard.outcome(), begun, released, now, now)));
            answer(exchange, heard.status(), heard.answer());
        }
    }

    /** What a request is, and what it is answered. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Heard(
            Operation.@Nullable DeclaredEvent event, String words, int status, byte[] answer) {
        Outcome outcome() {
            return status < 300
                    ? new Outcome.Accepted(status, new Answer.Done())
                    : new Outcome.Broken(status, words);
        }
    }

    private Heard odd(HttpExchange exchange) {
        String words = odd(exchange, "the profile declares no such event");
        return new Heard(null, words, 404, new byte[0]);
    }

    private String odd(HttpExchange exchange, String why) {
        String path = exchange.getRequestURI().getRawPath();
        return shown.apply(
                "is asked %s %.100s: %s".formatted(exchange.getRequestMethod(), path, why));
    }

    private Heard heard(Sink.Asked asked, HttpExchange exchange, byte[] body) {
        try {
            if (body.length > LONGEST) {
                throw new Odd("a body of more than %d bytes".formatted(LONGEST));
            }
            Map<String, Object> facts = facts(asked, exchange, body);
            Operation.DeclaredEvent event = event(asked, facts);
            facts.put(SinkReader.NUMBER, number.incrementAndGet());
            return new Heard(event, event.said(), asked.status(), json(asked, facts));
        } catch (Odd odd) {
            String words = odd(exchange, String.valueOf(odd.getMessage()));
            return new Heard(
                    new Operation.DeclaredEvent(asked.event(), words, Map.of()),
                    words,
                    UNFIT,
                    new byte[0]);
        }
    }

    private Sink.@Nullable Asked asked(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        return sink.requests().stream()
                .filter(asked -> asked.method().equals(exchange.getRequestMethod()))
                .filter(asked -> asked.pattern().matcher(path).matches())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> facts(Sink.Asked asked, HttpExchange exchange, byte[] body)
            throws Odd {
        Map<String, Object> facts = new HashMap<>();
        Matcher path = asked.pattern().matcher(exchange.getRequestURI().getRawPath());
        List<String> inPath = asked.inPath();
        try {
            for (int i = 0; path.matches() && i < inPath.size(); i++) {
                facts.put(
                        inPath.get(i),
                        URLDecoder.decode(
                                // A plus is a plus, unless it is in a query.
                                path.group(i + 1).replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException malformed) {
            throw new Odd("the path is not URL-encoded");
        }
        Response request = new Response(0, exchange.getRequestHeaders(), body);
        ResponseFields fields =
                new ResponseFields(
                        asked.facts(),
                        new ResponseFields.Context(
                                request, Map.of(), Map.of(), UnaryOperator.identity()),
                        AnswerReader.parse(request));
        for (Map.Entry<String, String> place : asked.facts().entrySet()) {
            String value = fields.plain(place.getKey());
            if (value == null) {
                throw new Odd("no “%s” at “%s”".formatted(place.getKey(), place.getValue()));
            }
            facts.put(place.getKey(), value);
        }
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            if (String.valueOf(fact.getValue()).length() > LONGEST_FACT) {
                throw new Odd("“%s” is too long".formatted(fact.getKey()));
            }
        }
        return facts;
    }

    private Operation.DeclaredEvent event(Sink.Asked asked, Map<String, Object> facts) {
        Map<String, String> values = new HashMap<>();
        facts.forEach((name, value) -> values.put(name, shown.apply(String.valueOf(value))));
        return new Operation.DeclaredEvent(
                asked.event(),
                String.valueOf(Template.fill(asked.phrase(), new HashMap<>(values))),
                values);
    }

    private static byte[] json(Sink.Asked asked, Map<String, Object> facts) throws Odd {
        Map<String, @Nullable Object> json = asked.json();
        if (json == null) {
            return new byte[0];
        }
        try {
            return JSON.writeValueAsBytes(RequestComposer.object(json, facts));
        } catch (IllegalArgumentException | JacksonException unfit) {
            throw new Odd(String.valueOf(unfit.getMessage()));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
