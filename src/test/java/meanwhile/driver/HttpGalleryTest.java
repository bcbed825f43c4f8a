package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.GatePoint;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import meanwhile.language.Refusal;
import meanwhile.language.Release;
import meanwhile.language.Secret;
import meanwhile.language.VoteValue;
import meanwhile.target.Profile;
import meanwhile.target.Profiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver against a server that answers whatever a test wants. */
class HttpGalleryTest {
    private static final Gallery.Sender ANA = new Gallery.Sender(0, new Secret("t0ken"));
    private static final Operation VOTE =
            new Operation.CastVote(new ImageId("i 1"), VoteValue.DOWN);

    private HttpServer server;
    private HttpGallery gallery;
    private final AtomicReference<HttpHandler> handler = new AtomicReference<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<String> seen = new AtomicReference<>("");

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    seen.set(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + body);
                    handler.get().handle(exchange);
                });
        server.start();
        gallery = new HttpGallery(profile(Duration.ofSeconds(10)));
    }

    @AfterEach
    void close() {
        gallery.close();
        server.stop(0);
    }

    @Test
    void anOperationIsSentAsTheProfileDescribesIt() throws Exception {
        answers(201, "{\"id\":\"v1\"}");
        Outcome outcome = gallery.send(ANA, VOTE, null).outcome();
        assertThat(seen.get())
                .isEqualTo("POST /v1/votes Bearer t0ken {\"image_id\":\"i 1\",\"value\":-1}");
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void whatStandsInAPathIsEncodedAndWhatHasNoValueIsLeftOut() throws Exception {
        answers(200, "[]");
        gallery.send(ANA, new Operation.SearchImages("a b&c", null, 5), null);
        assertThat(seen.get()).startsWith("GET /v1/images/search?limit=5&q=a%20b%26c ");
        gallery.send(ANA, new Operation.ListVotes(new Cursor("x/y"), 5), null);
        assertThat(seen.get()).startsWith("GET /v1/votes?after=x%2Fy&limit=5 ");
        answers(200, "{\"id\":\"a/b\"}");
        gallery.send(ANA, new Operation.ReadImage(new ImageId("a/b")), null);
        assertThat(seen.get()).startsWith("GET /v1/images/a%2Fb ");
    }

    @Test
    void aValueOfSeveralPartsIsSentPartByPart() throws Exception {
        answers(200, "{}");
        Allowance allowance = new Allowance(5, Duration.ofSeconds(2));
        gallery.send(ANA, new Operation.SetAllowance(new MemberId("m"), allowance), null);
        assertThat(seen.get()).endsWith("{\"uploads\":5,\"window_seconds\":2}");
    }

    @Test
    void aFileGoesAsAForm() throws Exception {
        answers(202, "{\"id\":\"i1\"}");
        ImageFile file = ImageFile.of("a.png", "image/png", new byte[] {'x', 'y', 'z'});
        gallery.send(ANA, new Operation.UploadImage(file, "Tabby ü"), null);
        assertThat(seen.get()).contains("filename=\"a.png\"", "image/png", "xyz", "Tabby ü");
    }

    @Test
    void refusalsAreToldApartByStatusAndWord() throws Exception {
        answers(
                409,
                "{\"code\":\"not-ready\",\"detail\":\"still processing\"}",
                "Retry-After",
                "3");
        assertThat(gallery.send(ANA, VOTE, null).outcome())
                .isEqualTo(
                        new Outcome.Refused(
                                409, Refusal.NOT_READY, Duration.ofSeconds(3), "still processing"));
        answers(409, "{\"code\":\"other\",\"detail\":\"\"}");
        assertThat(gallery.send(ANA, VOTE, null).outcome().isRefused(Refusal.DUPLICATE)).isTrue();
    }

    @Test
    void anAnswerThatTheContractDoesNotAllowIsBroken() throws Exception {
        answers(500, "oops");
        assertThat(gallery.send(ANA, VOTE, null).outcome())
                .isEqualTo(new Outcome.Broken(500, "oops"));
        answers(201, "{\"name\":\"no id\"}");
        assertThat(gallery.send(ANA, VOTE, null).outcome()).isInstanceOf(Outcome.Broken.class);
        answers(201, "<html>");
        assertThat(gallery.send(ANA, VOTE, null).outcome()).isInstanceOf(Outcome.Broken.class);
    }

    @Test
    void pagesAreFollowedByTheirLinks() throws Exception {
        answers(
                200,
                "[{\"id\":\"a\"},{\"id\":\"b\"}]",
                "Link",
                "</v1/images?limit=2&after=c%2Fd>; rel=\"next\"",
                "Pagination-Count",
                "7");
        Outcome outcome = gallery.send(ANA, new Operation.ListImages(null, 2), null).outcome();
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Accepted(
                                200,
                                new Answer.ImagesListed(
                                        List.of(new ImageId("a"), new ImageId("b")),
                                        new Cursor("c/d"),
                                        7L)));
    }

    @Test
    void noAnswerInTimeIsUnknown() throws Exception {
        try (HttpGallery impatient = new HttpGallery(profile(Duration.ofMillis(100)))) {
            handler.set(_ -> {});
            Outcome outcome = impatient.send(ANA, VOTE, null).outcome();
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(((Outcome.Unknown) outcome).cause()).isEqualTo(Outcome.Cause.TIMED_OUT);
        }
    }

    @Test
    void aBrokenConnectionIsUnknownAndNothingIsSentTwice() throws Exception {
        handler.set(HttpExchange::close);
        for (Operation operation :
                List.of(
                        VOTE,
                        new Operation.ReadSelf(),
                        new Operation.DeleteImage(new ImageId("i")))) {
            requests.set(0);
            Outcome outcome = gallery.send(ANA, operation, null).outcome();
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(((Outcome.Unknown) outcome).cause()).isEqualTo(Outcome.Cause.DISCONNECTED);
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        answers(302, "", "Location", "/login");
        assertThat(gallery.send(ANA, VOTE, null).outcome())
                .isEqualTo(new Outcome.Broken(302, "it redirects to /login, as to a login page"));
        assertThat(requests).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(GatePoint.class)
    void nothingIsSentBeforeTheGateOpens(GatePoint point) throws Exception {
        answers(201, "{\"id\":\"v1\"}");
        AtomicInteger beforeGate = new AtomicInteger(-1);
        Gallery.Reply reply =
                gallery.send(ANA, VOTE, release(point, () -> beforeGate.set(requests.get())));
        assertThat(beforeGate).hasValue(0);
        assertThat(requests).hasValue(1);
        assertThat(reply.outcome().isAccepted()).isTrue();
        assertThat(reply.begun()).isLessThanOrEqualTo(reply.released());
        assertThat(reply.released()).isLessThanOrEqualTo(reply.firstByte());
        assertThat(reply.firstByte()).isLessThanOrEqualTo(reply.ended());
    }

    @ParameterizedTest
    @EnumSource(GatePoint.class)
    void alsoALargeUploadPassesTheGate(GatePoint point) throws Exception {
        answers(202, "{\"id\":\"i1\"}");
        ImageFile file = ImageFile.of("a.png", "image/png", new byte[300_000]);
        Gallery.Reply reply =
                gallery.send(ANA, new Operation.UploadImage(file, "Big"), release(point, () -> {}));
        assertThat(reply.outcome().isAccepted()).isTrue();
        assertThat(seen.get().length()).isGreaterThan(300_000);
    }

    @Test
    void whenTheGateStaysClosedNothingIsSentAndTheConnectionIsNotSpoilt() throws Exception {
        answers(201, "{\"id\":\"v1\"}");
        Release closed =
                new Release() {
                    @Override
                    public GatePoint point() {
                        return GatePoint.END_OF_REQUEST;
                    }

                    @Override
                    public void arrive() throws GateClosed {
                        throw new GateClosed("gate: 1 never arrived, nothing was sent");
                    }
                };
        assertThatThrownBy(() -> gallery.send(ANA, VOTE, closed)).isInstanceOf(GateClosed.class);
        assertThat(requests).hasValue(0);
        assertThat(gallery.send(ANA, VOTE, null).outcome().isAccepted()).isTrue();
        assertThat(requests).hasValue(1);
    }

    @Test
    void whatTheProfileDoesNotBindIsNotOffered() {
        Profile bare =
                new Profile(
                        "bare",
                        "A bare target",
                        List.of(address()),
                        new Profile.Access(
                                Profile.Accounts.SIGN_UP,
                                List.of(),
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                null),
                        new Promises(
                                Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ZERO),
                        Profile.Limits.NONE,
                        Set.of(),
                        new Profile.Dialect(List.of(), null, Map.of()),
                        Map.of(),
                        null);
        try (HttpGallery nothing = new HttpGallery(bare)) {
            assertThatThrownBy(() -> nothing.send(ANA, VOTE, null))
                    .isInstanceOf(NotOffered.class)
                    .hasMessage("A bare target does not offer cast-vote");
        }
    }

    private static Release release(GatePoint point, Runnable atTheGate) {
        return new Release() {
            @Override
            public GatePoint point() {
                return point;
            }

            @Override
            public void arrive() {
                atTheGate.run();
            }
        };
    }

    private void answers(int status, String body, String... headers) {
        handler.set(
                exchange -> {
                    String type = body.startsWith("<") ? "text/html" : "application/json";
                    exchange.getResponseHeaders().set("Content-Type", type);
                    for (int i = 0; i < headers.length; i += 2) {
                        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
                    }
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Profile profile(Duration limit) {
        Profile reference = new Profiles().find("reference");
        Promises promises = reference.promises();
        return reference
                .at(List.of(address()), null)
                .promising(
                        new Promises(
                                limit,
                                promises.processing(),
                                promises.propagation(),
                                promises.totals()));
    }
}
