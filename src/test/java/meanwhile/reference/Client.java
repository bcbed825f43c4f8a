package meanwhile.reference;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a member's requests for the tests. */
public final class Client {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    private final URI node;
    private final @Nullable String token;
    private final Duration patience;

    public Client(URI node, @Nullable String token) {
        this(node, token, Duration.ofSeconds(20));
    }

    private Client(URI node, @Nullable String token, Duration patience) {
        this.node = node;
        this.token = token;
        this.patience = patience;
    }

    /** The same member, with a timeout of one second. */
    public Client impatient() {
        return new Client(node, token, Duration.ofSeconds(1));
    }

    /** An answer. */
    public record Reply(int status, HttpResponse<byte[]> raw) {
        public JsonNode json() {
            return JSON.readTree(raw.body());
        }

        public String text(String field) {
            return json().path(field).asString();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    /** The same member at another node. */
    public Client at(URI other) {
        return new Client(other, token);
    }

    /** Signs up a new member and logs in. */
    public static Client member(URI node) {
        return member(node, "member-" + UUID.randomUUID());
    }

    public static Client member(URI node, String name) {
        Client stranger = new Client(node, null);
        stranger.post("/v1/users", Map.of("name", name, "password", "secret"));
        return logIn(node, name, "secret");
    }

    public static Client logIn(URI node, String name, String password) {
        Reply reply =
                new Client(node, null)
                        .post("/v1/sessions", Map.of("name", name, "password", password));
        if (reply.status() != 201) {
            throw new AssertionError(
                    "log-in failed: " + new String(reply.raw().body(), StandardCharsets.UTF_8));
        }
        return new Client(node, reply.text("access_token"));
    }

    public Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    public Reply post(String path, Object body) {
        return json("POST", path, body, Map.of());
    }

    public Reply put(String path, Object body) {
        return json("PUT", path, body, Map.of());
    }

    public Reply json(String method, String path, Object body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        return send(method, path, JSON.writeValueAsBytes(body), all);
    }

    public Reply upload(byte[] file, Map<String, String> fields) {
        return form("POST", "/v1/images/upload", file, fields, Map.of());
    }

    public Reply form(
            String method,
            String path,
            byte[] file,
            Map<String, String> fields,
            Map<String, String> headers) {
        String boundary = "b" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) ->
                        body.writeBytes(
                                ("--"
                                                + boundary
                                                + "\r\nContent-Disposition: form-data; name=\""
                                                + name
                                                + "\"\r\n\r\n"
                                                + value
                                                + "\r\n")
                                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                ("--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\";"
                                + " filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "multipart/form-data; boundary=" + boundary);
        return send(method, path, body.toByteArray(), all);
    }

    public Reply send(
            String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(node.resolve(path))
                        .timeout(patience)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> raw = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            Reply reply = new Reply(raw.statusCode(), raw);
            if (Shared.isSound(node)) {
                Contract.check(method, node.resolve(path).getPath(), reply);
            }
            return reply;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Uploads and waits until the image is processed; returns its identifier. */
    public String ready(Map<String, String> fields) {
        Reply uploaded = upload(png(UUID.randomUUID().hashCode()), fields);
        if (uploaded.status() != 202) {
            throw new AssertionError("upload: " + uploaded.status());
        }
        return settled(uploaded.text("id"));
    }

    /** Waits until the image is no longer being processed. */
    public String settled(String id) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (get("/v1/images/" + id).text("status").equals("processing")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("image " + id + " is never processed");
            }
            Thread.onSpinWait();
        }
        return id;
    }

    /** A small PNG, different for each seed. */
    public static byte[] png(int seed) {
        return png(seed, 16);
    }

    /** A square PNG, different for each seed. */
    public static byte[] png(int seed, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < side; x++) {
            image.setRGB(x, x, new Color(seed * 31 + x).getRGB());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Runs all calls at the same moment and returns their results, in order. */
    public static <T> List<T> together(List<Callable<T>> calls) {
        CyclicBarrier gate = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(
                        threads.submit(
                                () -> {
                                    gate.await();
                                    return call.call();
                                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
