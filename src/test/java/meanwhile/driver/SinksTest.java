package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.target.ProfileException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the place of a service that the target calls we listen, and answer as the profile says. */
class SinksTest {
    private static final String PROFILE =
            """
            accounts: none
            secrets: {key: {from-file: %s}}
            domain:
              operations:
                order:
                  phrase: "orders {mark: name}"
                  noun: order
                  request: POST /orders
                  json: {mark: "{mark}", hook: "{payment-service}/hooks"}
                  accepted: [201]
                  answer: {id: /id}
              sinks:
                payment service:
                  port: %d
                  events:
                    charge:
                      phrase: "is asked to charge {mark} by {amount}"
                      done: charged
                      of: order
                      by: mark
                      request: POST /charges/{shop}
                      facts: {mark: /order/mark, amount: text amount=(\\d+), from: header X-From}
                      answers: {status: 201, json: {id: "c-{number}", mark: ["{mark}"], n: "{amount:number}"}}
                    refund: {phrase: is asked for {id}, done: paid back, of: order, request: PUT /refunds, facts: {id: /id}}
            """
                    .replace("is asked for {id}", "\"is asked for {id}\"");
    private static final Operation ORDER =
            new Operation.DeclaredWrite("order", "orders", Map.of("mark", "m 1"));

    @TempDir private Path folder;
    private final List<Gallery.Heard> heard = new CopyOnWriteArrayList<>();
    private @Nullable Stub target;
    private @Nullable HttpGallery gallery;
    private String address = "";

    private String profile(int port) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "s3cret-of-mine\n");
        return PROFILE.formatted(key, port);
    }

    @BeforeEach
    void open() throws Exception {
        Stub stub = new Stub(_ -> Stub.Answer.json(201, "{\"id\": 7}"));
        HttpGallery opened = stub.gallery(folder, profile(0));
        target = stub;
        gallery = opened;
        assertThat(Stub.send(opened, "ana", ORDER).isAccepted()).isTrue();
        Matcher hook =
                Pattern.compile("\"hook\":\"(http://127\\.0\\.0\\.1:\\d+)/hooks\"")
                        .matcher(stub.asked().getFirst());
        assertThat(hook.find()).as(stub.asked().getFirst()).isTrue();
        address = Objects.requireNonNull(hook.group(1));
    }

    @AfterEach
    void close() {
        gallery().close();
        Objects.requireNonNull(target).close();
    }

    private HttpGallery gallery() {
        return Objects.requireNonNull(gallery);
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .header("X-From", "shop")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static final String CHARGE = "{\"order\": {\"mark\": \"m+1\"}, \"t\": \"amount=12\"}";

    @Test
    void whatIsAskedIsToldWithItsFactsAndAnswered() throws Exception {
        gallery().listen(heard::add);
        long before = System.nanoTime();
        HttpResponse<String> answer = call("POST", "/charges/a%2Fb+c?x=y", CHARGE);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"id\":\"c-1\",\"mark\":[\"m+1\"],\"n\":12}");
        Gallery.Heard charge = heard.getFirst();
        assertThat(charge.sink()).isEqualTo("payment service");
        assertThat(charge.words()).isEqualTo("is asked to charge m+1 by 12");
        assertThat(charge.event())
                .isEqualTo(
                        new Operation.DeclaredEvent(
                                "charge",
                                "is asked to charge m+1 by 12",
                                Map.of(
                                        "mark", "m+1", "amount", "12", "from", "shop", "shop",
                                        "a/b+c")));
        assertThat(charge.reply().outcome())
                .isEqualTo(new Outcome.Accepted(201, new Answer.Done()));
        assertThat(charge.reply().begun()).isBetween(before, charge.reply().released());
        assertThat(charge.reply().ended()).isBetween(charge.reply().released(), System.nanoTime());
        assertThat(call("POST", "/charges/x", CHARGE).body()).contains("c-2");
    }

    @Test
    void anAnswerNeedHaveNoBody() throws Exception {
        gallery().listen(heard::add);
        HttpResponse<String> answer = call("PUT", "/refunds", "{\"id\": 7}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(heard.getFirst().words()).isEqualTo("is asked for 7");
    }

    @Test
    void whatWasAskedBeforeAnybodyListenedIsToldLater() throws Exception {
        call("POST", "/charges/x", CHARGE);
        assertThat(heard).isEmpty();
        gallery().listen(heard::add);
        assertThat(heard).hasSize(1);
        call("POST", "/charges/x", CHARGE);
        assertThat(heard).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    GET    | /charges/x   | ``                            | 404 | is asked GET /charges/x: the profile declares no such event
                    POST   | /charges     | {}                            | 404 | is asked POST /charges: the profile declares no such event
                    POST   | /charges/x/y | {}                            | 404 | is asked POST /charges/x/y: the profile declares no such event
                    DELETE | /s3cret-of-mine | ``                         | 404 | is asked DELETE /•••: the profile declares no such event
                    PUT    | /refunds     | {}                            | 422 | is asked PUT /refunds: no “id” at “/id”
                    PUT    | /refunds     | ``                            | 422 | is asked PUT /refunds: no “id” at “/id”
                    PUT    | /refunds     | {"id": null}                  | 422 | is asked PUT /refunds: no “id” at “/id”
                    PUT    | /refunds     | no JSON                       | 422 | is asked PUT /refunds: no “id” at “/id”
                    """)
    void whatTheProfileDoesNotDeclareIsToldAsWell(
            String method, String path, String body, int status, String words) throws Exception {
        gallery().listen(heard::add);
        assertThat(call(method, path, body).statusCode()).isEqualTo(status);
        Gallery.Heard odd = heard.getFirst();
        assertThat(odd.words()).isEqualTo(words);
        assertThat(odd.reply().outcome()).isEqualTo(new Outcome.Broken(status, words));
        if (status == 404) {
            assertThat(odd.event()).isNull();
        } else {
            assertThat(odd.event())
                    .isEqualTo(new Operation.DeclaredEvent("refund", words, Map.of()));
        }
    }

    @Test
    void whatIsTooLargeIsToldAndNotKept() throws Exception {
        gallery().listen(heard::add);
        String longId = "{\"id\": \"%s\"}".formatted("x".repeat(1_001));
        assertThat(call("PUT", "/refunds", longId).statusCode()).isEqualTo(422);
        assertThat(heard.getFirst().words()).isEqualTo("is asked PUT /refunds: “id” is too long");
        String huge = "{\"id\": 1, \"x\": \"%s\"}".formatted("x".repeat(1024 * 1024));
        assertThat(call("PUT", "/refunds", huge).statusCode()).isEqualTo(422);
        assertThat(heard.getLast().words())
                .isEqualTo("is asked PUT /refunds: a body of more than 1048576 bytes");
    }

    @Test
    void aSecretIsShownToNobody() throws Exception {
        gallery().listen(heard::add);
        call("PUT", "/refunds", "{\"id\": \"of s3cret-of-mine\"}");
        assertThat(heard.toString()).contains("is asked for of •••").doesNotContain("s3cret");
    }

    @Test
    void wherePeopleListenAlreadyNobodyElseCan() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () ->
                                    Objects.requireNonNull(target)
                                            .gallery(folder, profile(taken.getLocalPort())))
                    .isInstanceOf(ProfileException.class)
                    .hasMessage(
                            "the sink “payment service” cannot listen at 127.0.0.1:%d: Address"
                                    + " already in use",
                            taken.getLocalPort());
        }
    }

    @Test
    void nobodyListensInTheEnd() throws Exception {
        int port = URI.create(address).getPort();
        gallery().close();
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.isBound()).isTrue();
        }
    }
}
