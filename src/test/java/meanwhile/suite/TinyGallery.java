package meanwhile.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.driver.Stub;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gallery of a few lines, whose store a test can inspect, and which can be made to misbehave. */
public final class TinyGallery implements AutoCloseable {
    /** Its profile, without accounts. */
    static final String OPERATIONS =
            """
            capabilities: {votes: each-counts, pictures: kept}
            promises: {processing: 0 s, propagation: 0 s, totals: 0 s}
            refusals:
              - {status: 401, means: not-signed-in}
              - {status: 403, means: forbidden}
              - {status: 404, means: gone}
            operations:
              check-health: {request: GET /health, accepted: [200]}
              upload-image:
                {request: POST /images, json: {title: "{title}", by: "{me}"}, accepted: [201], answer: {id: /id}}
              read-image:
                request: GET /images/{image}
                accepted: [200]
                answer: {id: /id, status: = ready, title: /title, up: count /votes, down: = 0}
              list-images:
                {request: "GET /images?by={me}", accepted: [200], answer: {items: /images, id: /id}}
              delete-image: {request: "DELETE /images/{image}", accepted: [200]}
              cast-vote: {request: "POST /images/{image}/votes", accepted: [201], answer: {id: /id}}
              withdraw-vote: {request: "DELETE /images/{image}/votes/{vote}", accepted: [200]}
            """;

    /** A false answer instead of the truth; null for the truth. */
    public interface Mischief {
        Stub.@Nullable Answer instead(Stub.Question asked);
    }

    private final Map<Integer, String> titles = new HashMap<>();
    private final Map<Integer, String> owners = new HashMap<>();
    private final Map<Integer, List<Integer>> votes = new HashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Mischief mischief;
    private final Stub stub;

    /**
     * @param mischief how it misbehaves; requests are carried out in any case
     */
    public TinyGallery(Mischief mischief) throws IOException {
        this.mischief = mischief;
        stub = new Stub(this::answer);
    }

    /** Adds an image that existed before the run. */
    public int has(String title) {
        int id = ids.incrementAndGet();
        titles.put(id, title);
        votes.put(id, new ArrayList<>());
        return id;
    }

    /** The title of an image. */
    synchronized String title(int image) {
        return String.valueOf(titles.get(image));
    }

    public synchronized List<String> titles() {
        return List.copyOf(titles.values());
    }

    public List<String> asked() {
        return stub.asked();
    }

    /** Returns its profile. */
    public String profile(String more) {
        return "name: tiny\ndoors: [\"%s\"]\n%s\n%s".formatted(stub.address(), more, OPERATIONS);
    }

    private Stub.Answer answer(Stub.Question asked) {
        Stub.Answer truth = truth(asked.line().split("[ /]+", -1), asked.body());
        Stub.Answer lie = mischief.instead(asked);
        return lie == null ? truth : lie;
    }

    /** Answers a request, given as words: POST, images, 7, votes. */
    private synchronized Stub.Answer truth(String[] words, String body) {
        if (words[1].equals("health")) {
            return Stub.Answer.json(200, "{}");
        }
        if (words[0].equals("GET") && words[1].startsWith("images?by=")) {
            return of(words[1].substring("images?by=".length()));
        }
        if (words.length == 2) {
            int image = has(text(body, "title"));
            owners.put(image, text(body, "by"));
            return Stub.Answer.json(201, "{\"id\": %d}".formatted(image));
        }
        int image = Integer.parseInt(words[2]);
        List<Integer> cast = votes.get(image);
        if (cast == null) {
            return Stub.Answer.text(404, "no such image");
        }
        if (words.length == 3) {
            return words[0].equals("GET") ? Stub.Answer.json(200, json(image)) : delete(image);
        }
        if (words[0].equals("POST")) {
            int vote = ids.incrementAndGet();
            cast.add(vote);
            return Stub.Answer.json(201, "{\"id\": %d}".formatted(vote));
        }
        return cast.remove(Integer.valueOf(words[4]))
                ? Stub.Answer.json(200, "{}")
                : Stub.Answer.text(404, "no such vote");
    }

    private Stub.Answer delete(int image) {
        titles.remove(image);
        votes.remove(image);
        return Stub.Answer.json(200, "{}");
    }

    private Stub.Answer of(String owner) {
        return Stub.Answer.json(
                200,
                "{\"images\": %s}"
                        .formatted(
                                titles.keySet().stream()
                                        .filter(image -> owner.equals(owners.get(image)))
                                        .map(this::json)
                                        .toList()));
    }

    private String json(int image) {
        return "{\"id\": %d, \"title\": \"%s\", \"votes\": %s}"
                .formatted(image, titles.get(image), votes.get(image));
    }

    private static String text(String body, String field) {
        JsonNode json = JsonMapper.shared().readTree(body);
        return json.path(field).asString();
    }

    @Override
    public void close() {
        stub.close();
    }
}
