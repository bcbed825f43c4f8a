package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meanwhile.language.Answer;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations of a declared domain are sent, and their answers read, as the profile says. */
class DeclaredOperationsTest {
    private static final String SHOP =
            """
            accounts: none
            headers: {X-Buyer: "{me}"}
            refusals:
              - {status: 409, where: /error, says: sold-out, means: sold out}
              - {status: 409, where: /error, matches: ^money, means: not enough money}
              - {status: 404, means: never-known}
            domain:
              refusals: [sold out, not enough money]
              things:
                show:
                  request: POST /shows
                  json: {name: "{name}", seats: "{with:number}"}
                  accepted: [201]
                  answer: {id: /id}
                room: {request: POST /rooms, json: {name: "{name}"}, accepted: [201], answer: {id: /id}}
              operations:
                book:
                  phrase: "books a seat at {show}"
                  noun: booking
                  request: POST /shows/{show}/bookings
                  json: {buyer: "{me}"}
                  accepted: [201]
                  answer: {id: /id, seat: /seat}
                pay:
                  phrase: "pays {sum: amount} in {parts: number} parts, at most {limit: number}"
                  noun: payment
                  request: POST /payments/{sum}
                  query: {at-most: "{limit}"}
                  json: {sum: "{sum:number}", parts: "{parts:number}", words: "{sum} euros", all: ["{sum:number}"]}
                  accepted: [201]
                change:
                  phrase: "changes {show}"
                  noun: change
                  first: [{request: "GET /shows/{show}", accepted: [200], answer: {version: /version}}]
                  request: PUT /shows/{show}
                  json: {version: "{version}"}
                  accepted: [200]
                  answer: {was: "= {version}", brackets: "= []"}
                look:
                  phrase: "looks at {show}"
                  request: GET /shows/{show}
                  accepted: [200]
                  answer: {free-seats: /free, open: /open, bookings: "/bookings[]/id", tag: header ETag, number: count /bookings}
                list:
                  phrase: "lists the shows"
                  request: GET /shows
                  accepted: [200]
                  answer: {shows: "[]/id"}
            """;

    private static final Operation LOOK =
            new Operation.DeclaredRead("look", "looks at it", Map.of("show", "s 1/2"));
    private static final Operation BOOK = deed("book", Map.of("show", "s1"));

    @TempDir private Path folder;
    private List<String> asked = List.of();

    private static Operation deed(String name, Map<String, String> values) {
        return new Operation.DeclaredWrite(name, name + "s it", values);
    }

    private Outcome sent(Operation operation, Stub.Replies replies) throws Exception {
        try (Stub stub = new Stub(replies);
                HttpGallery gallery = stub.gallery(folder, SHOP)) {
            Outcome outcome = Stub.send(gallery, "ana", operation);
            asked = List.copyOf(stub.asked());
            return outcome;
        }
    }

    private Outcome answered(Operation operation, int status, String json) throws Exception {
        return sent(operation, _ -> Stub.Answer.json(status, json));
    }

    @Test
    void anAnswerMayBeNothingButAList() throws Exception {
        Operation list = new Operation.DeclaredRead("list", "lists the shows", Map.of());
        assertThat(answered(list, 200, "[{\"id\": 1}, {\"id\": \"b\"}]"))
                .isEqualTo(
                        new Outcome.Accepted(
                                200,
                                new Answer.DeclaredSeen(
                                        Map.of(), Map.of("shows", List.of("1", "b")))));
        assertThat(answered(list, 200, "{}").detail()).contains("the answer itself is not a list");
    }

    @Test
    void anOperationIsSentAsItsProfileSays() throws Exception {
        Outcome outcome =
                sent(
                        BOOK,
                        asked ->
                                asked.header("X-Buyer").equals("ana")
                                        ? Stub.Answer.json(201, "{\"id\": 7, \"seat\": \"A1\"}")
                                        : Stub.Answer.json(400, "{}"));
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Accepted(
                                201,
                                new Answer.DeclaredSeen(
                                        Map.of("id", "7", "seat", "A1"), Map.of())));
        assertThat(asked).containsExactly("POST /shows/s1/bookings {\"buyer\":\"ana\"}");
    }

    @Test
    void singleAndSeveralFactsAreRead() throws Exception {
        Outcome outcome =
                sent(
                        LOOK,
                        _ ->
                                Stub.Answer.json(
                                                200,
                                                """
                                                {"free": 12.50, "open": true,
                                                 "bookings": [{"id": 1}, {"id": "b"}, {"id": 1}]}
                                                """)
                                        .with("ETag", "v1"));
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Accepted(
                                200,
                                new Answer.DeclaredSeen(
                                        Map.of(
                                                "free-seats", "12.5",
                                                "open", "true",
                                                "tag", "v1",
                                                "number", "3"),
                                        Map.of("bookings", List.of("1", "b", "1")))));
        assertThat(asked).containsExactly("GET /shows/s%201%2F2");
    }

    @Test
    void anEmptyListIsAList() throws Exception {
        Outcome outcome =
                sent(
                        LOOK,
                        _ ->
                                Stub.Answer.json(200, "{\"free\":0,\"open\":1,\"bookings\":[]}")
                                        .with("ETag", "v1"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted ->
                                assertThat(((Answer.DeclaredSeen) accepted.answer()).lists())
                                        .isEqualTo(Map.of("bookings", List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"open": 1, "bookings": []}                          | no “free-seats” at “/free”
                    {"free": null, "open": 1, "bookings": []}            | no “free-seats” at “/free”
                    {"free": 1, "open": 1}                               | no list at “/bookings” in:
                    {"free": 1, "open": 1, "bookings": null}             | no list at “/bookings” in:
                    {"free": 1, "open": 1, "bookings": {"id": 1}}        | no list at “/bookings” in:
                    {"free": 1, "open": 1, "bookings": [{"id": 1}, {}]}  | no “bookings” in element 2 at “/bookings[]/id”
                    {"free": 1, "open": 1, "bookings": [{"id": null}]}   | no “bookings” in element 1 at “/bookings[]/id”
                    {"free": 1, "open": 1, "bookings": [{"id": [1]}]}    | no “bookings” in element 1 at “/bookings[]/id”
                    {"free": 1, "open": 1, "bookings": [7]}              | no “bookings” in element 1 at “/bookings[]/id”
                    {"free": 1, "bookings": []}                          | no “open” at “/open”
                    []                                                   | no list at “/bookings” in:
                    not JSON                                             | JSON
                    """)
    void anAnswerWithoutADeclaredFactIsBroken(String json, String detail) throws Exception {
        assertThat(sent(LOOK, _ -> Stub.Answer.json(200, json).with("ETag", "v1")))
                .isInstanceOfSatisfying(
                        Outcome.Broken.class,
                        broken -> {
                            assertThat(broken.status()).isEqualTo(200);
                            assertThat(broken.detail()).contains(detail);
                        });
    }

    @Test
    void anAnswerWithoutADeclaredHeaderIsBroken() throws Exception {
        assertThat(answered(LOOK, 200, "{\"free\": 1, \"open\": 1, \"bookings\": []}").detail())
                .startsWith("no “tag” at “header ETag”");
    }

    @ParameterizedTest
    @CsvSource({
        "409, sold-out,      OTHER,       sold out",
        "409, money is gone, OTHER,       not enough money",
        "404, whatever,      NEVER_KNOWN,"
    })
    void aReasonOfTheDomainReachesTheOutcomeByName(
            int status, String error, Refusal why, @Nullable String named) throws Exception {
        assertThat(answered(BOOK, status, "{\"error\":\"%s\"}".formatted(error)))
                .isEqualTo(new Outcome.Refused(status, why, null, error, named));
    }

    @Test
    void anUnknownReasonIsBroken() throws Exception {
        assertThat(answered(BOOK, 409, "{\"error\":\"tired\"}")).isInstanceOf(Outcome.Broken.class);
        assertThat(answered(BOOK, 500, "{}")).isInstanceOf(Outcome.Broken.class);
        assertThat(answered(BOOK, 200, "{\"id\":1,\"seat\":1}")).isInstanceOf(Outcome.Broken.class);
    }

    @Test
    void numbersAreSentAsNumbersWithTheirFractions() throws Exception {
        Operation pay = deed("pay", Map.of("sum", "12.50", "parts", "3", "limit", "2"));
        assertThat(answered(pay, 201, "").isAccepted()).isTrue();
        assertThat(asked)
                .containsExactly(
                        "POST /payments/12.50?at-most=2"
                                + " {\"sum\":12.50,\"parts\":3,\"words\":\"12.50"
                                + " euros\",\"all\":[12.50]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-3", "0", "123456789012345678", "0.1", "-0.50", "100.0"})
    void aNumberIsSentAsItIsSaid(String sum) throws Exception {
        Operation pay = deed("pay", Map.of("sum", sum, "parts", "1", "limit", "1"));
        answered(pay, 201, "");
        assertThat(asked.getFirst()).contains("{\"sum\":" + sum + ",\"parts\":1");
    }

    @Test
    void aThingIsMadeWithItsNumberOrWithoutOne() throws Exception {
        answered(deed("make-show", Map.of("name", "Hamlet", "with", "3")), 201, "{\"id\":1}");
        assertThat(asked).containsExactly("POST /shows {\"name\":\"Hamlet\",\"seats\":3}");
        answered(deed("make-show", Map.of("name", "Hamlet")), 201, "{\"id\":1}");
        assertThat(asked).containsExactly("POST /shows {\"name\":\"Hamlet\"}");
    }

    @Test
    void anEarlierRequestFeedsTheLaterOnes() throws Exception {
        Outcome outcome =
                sent(
                        deed("change", Map.of("show", "s1")),
                        _ -> Stub.Answer.json(200, "{\"version\":4}"));
        assertThat(asked).containsExactly("GET /shows/s1", "PUT /shows/s1 {\"version\":4}");
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Accepted(
                                200,
                                new Answer.DeclaredSeen(
                                        Map.of("was", "4", "brackets", "[]"), Map.of())));
    }

    @Test
    void whatIsDeclaredIsTheGallerysDomain() throws Exception {
        try (Stub stub = new Stub(_ -> null);
                HttpGallery gallery = stub.gallery(folder, SHOP)) {
            assertThat(gallery.domain().things()).containsOnlyKeys("show", "room");
            assertThat(gallery.domain().refusals()).containsExactly("sold out", "not enough money");
        }
    }

    @Test
    void anOperationThatNobodyDeclaresIsNotOffered() {
        assertThatThrownBy(() -> answered(deed("sing", Map.of()), 200, "{}"))
                .isInstanceOf(NotOffered.class)
                .hasMessage("stub does not offer sing");
    }
}
