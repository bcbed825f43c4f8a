package meanwhile.driver;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import meanwhile.language.Gallery;
import meanwhile.language.Promises;
import meanwhile.language.Secret;
import meanwhile.target.Profile;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;

/**
 * A gallery with the reference profile and its server: a stub whose answers a test sets as it goes.
 * Tests with a server of their own use only the gallery.
 */
final class ReferenceFixture implements AutoCloseable {
    static final Gallery.Sender ANA = new Gallery.Sender(0, new Secret("t0ken"));

    private final AtomicReference<Stub.Replies> replies = new AtomicReference<>(_ -> null);
    private final AtomicReference<String> seen = new AtomicReference<>("");
    private final Stub stub;
    private final HttpGallery gallery;

    ReferenceFixture() throws IOException {
        stub = new Stub(this::reply);
        gallery = new HttpGallery(profile(Duration.ofSeconds(10)));
    }

    /** The reference profile's gallery behind this door. */
    static HttpGallery at(URI door) {
        return new HttpGallery(reference(door));
    }

    /** The reference profile's gallery behind a bare socket. */
    static HttpGallery at(ServerSocket server) {
        return at(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    private static Profile reference(URI door) {
        return new Profiles()
                .find(Profiles.REFERENCE)
                .at(List.of(door), new Profile.Credentials("mara", new Secret("secret")));
    }

    private Stub.@Nullable Answer reply(Stub.Question question) throws IOException {
        seen.set(
                "%s %s %s"
                        .formatted(
                                question.line(),
                                question.header("Authorization"),
                                question.body()));
        return replies.get().to(question);
    }

    HttpGallery gallery() {
        return gallery;
    }

    URI address() {
        return URI.create(stub.address());
    }

    /** The reference profile with this server's door and this time limit for an answer. */
    Profile profile(Duration limit) {
        Profile reference = reference(address());
        Promises promises = reference.promises();
        return reference.promising(
                new Promises(
                        limit, promises.processing(), promises.propagation(), promises.totals()));
    }

    /** Sets the answers from now on. */
    void replies(Stub.Replies others) {
        replies.set(others);
    }

    /**
     * Sets the answer from now on: this body, JSON or HTML, and these headers, by name and value.
     */
    void answers(int status, String body, String... headers) {
        String type = body.startsWith("<") ? "text/html" : "application/json";
        Stub.Answer answer = new Stub.Answer(status, type, body, Map.of());
        for (int i = 0; i < headers.length; i += 2) {
            answer = answer.with(headers[i], headers[i + 1]);
        }
        Stub.Answer always = answer;
        replies(_ -> always);
    }

    /** The last request: its line, its Authorization and its body. */
    String seen() {
        return seen.get();
    }

    /** The number of requests that arrived, including those whose body is incomplete. */
    int requests() {
        return stub.arrived();
    }

    @Override
    public void close() {
        gallery.close();
        stub.close();
    }
}
