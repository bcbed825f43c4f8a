package meanwhile.driver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Secret;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;

/** A server that answers as a test says, and records its requests. */
public final class Stub implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger arrived = new AtomicInteger();

    /** An answer. */
    public record Answer(int status, String type, String body, Map<String, String> headers) {
        public static Answer json(int status, String body) {
            return new Answer(status, "application/json", body, Map.of());
        }

        public static Answer text(int status, String body) {
            return new Answer(status, "text/plain", body, Map.of());
        }

        public Answer with(String name, String value) {
            Map<String, String> more = new java.util.HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, type, body, more);
        }
    }

    /** A request: "GET /images?limit=1", the body, and a header. */
    public record Question(String line, String body, HttpExchange exchange) {
        public String header(String name) {
            String value = exchange.getRequestHeaders().getFirst(name);
            return value == null ? "" : value;
        }
    }

    /** Chooses the answer to a request; null for none. */
    public interface Replies {
        @Nullable Answer to(Question question) throws IOException;
    }

    public Stub(Replies replies) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, replies));
        server.start();
    }

    private void answer(HttpExchange exchange, Replies replies) throws IOException {
        arrived.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(line + (body.isEmpty() ? "" : " " + body));
        Answer answer = replies.to(new Question(line, body, exchange));
        if (answer == null) {
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** All requests, in order. */
    public List<String> asked() {
        return asked;
    }

    /** The number of requests that arrived, including those whose body is incomplete. */
    int arrived() {
        return arrived.get();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A gallery that reaches the stub with this profile. */
    HttpGallery gallery(Path folder, String yaml) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("profile.yaml"),
                        "name: stub\ndoors: [\"" + address() + "\"]\n" + yaml);
        return new HttpGallery(new Profiles().find(file.toString()));
    }

    /** Sends one operation. */
    static Outcome send(Gallery gallery, String token, Operation operation) throws GateClosed {
        Secret session = token.isEmpty() ? null : new Secret(token);
        return gallery.send(new Gallery.Sender(0, session), operation, null).outcome();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
