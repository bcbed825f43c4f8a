package lists;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shopping lists over HTTP: POST /lists makes one, GET reads it with its version as an ETag, PUT
 * replaces it. Whoever states a version by If-Match means only that one. The repaired server
 * replaces no other; the broken one forgot to look.
 */
public final class ListServer implements AutoCloseable {
    private record Content(String items, int version) {
        String tag() {
            return "\"" + version + "\"";
        }
    }

    private final Map<String, Content> lists = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final boolean repaired;

    public ListServer(int port, boolean repaired) throws IOException {
        this.repaired = repaired;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/lists", this::handle);
        server.start();
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            String path = call.getRequestURI().getPath();
            Content list = lists.get(path);
            switch (call.getRequestMethod()) {
                case "POST" -> {
                    String place = "/lists/" + made.incrementAndGet();
                    lists.put(place, new Content("", 1));
                    call.getResponseHeaders().set("Location", place);
                    call.sendResponseHeaders(201, -1);
                }
                case "GET" -> {
                    if (list == null) {
                        call.sendResponseHeaders(404, -1);
                        return;
                    }
                    byte[] items = list.items().getBytes(StandardCharsets.UTF_8);
                    call.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
                    call.getResponseHeaders().set("ETag", list.tag());
                    call.sendResponseHeaders(200, items.length == 0 ? -1 : items.length);
                    call.getResponseBody().write(items);
                }
                case "PUT" -> call.sendResponseHeaders(replaced(call, path), -1);
                default -> call.sendResponseHeaders(405, -1);
            }
        }
    }

    private int replaced(HttpExchange call, String path) throws IOException {
        String items = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String meant = call.getRequestHeaders().getFirst("If-Match");
        boolean[] done = {false};
        lists.computeIfPresent(
                path,
                (place, there) -> {
                    done[0] = !repaired || meant == null || meant.equals(there.tag());
                    return done[0] ? new Content(items, there.version() + 1) : there;
                });
        return done[0] ? 204 : lists.containsKey(path) ? 412 : 404;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
