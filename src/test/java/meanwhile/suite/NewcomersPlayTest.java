package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What newcomers stumbled over. */
@ResourceLock(Resources.SYSTEM_OUT)
class NewcomersPlayTest extends DeskPlays {
    private static final String CARDS =
            """
            name: cards
            doors: ["%s"]
            accounts: none
            promises: {propagation: 0 s}
            refusals: [{status: 409, means: overtaken}, {status: 404, means: never-known}]
            domain:
              refusals: [overtaken]
              things:
                card: {request: POST /cards, json: {name: "{name}"}, accepted: [201], answer: {id: /id, version: /version}, begins: {hits: 0}}
              operations:
                burn: {phrase: "burns {card}", noun: fire, request: "DELETE /cards/{card}", accepted: [200]}
                hit:
                  phrase: adds one to {card}
                  noun: hit
                  first: [{request: "GET /cards/{card}", accepted: [200], answer: {hits: /hits, known: /version}}]
                  request: PUT /cards/{card}
                  json: {hits: "{hits + 1}", version: "{known}"}
                  accepted: [200]
                  answer: {next: /version, known: "= {known}"}
                  does: {hits: plus 1, version: "set to next if it was known, else overtaken"}
                look: {phrase: "looks at {card}", request: "GET /cards/{card}", accepted: [200], answer: {hits: /hits, version: /version}}
              laws: [the hits of every card are 0 plus the accepted hits]
            """;

    private final Map<String, Integer> cards = new ConcurrentHashMap<>();

    /**
     * Cards with a version, which counts.
     *
     * @param honest whether a refused change changes nothing
     */
    private Stub.Replies cards(boolean honest) {
        return asked -> {
            synchronized (cards) {
                if (asked.line().startsWith("POST")) {
                    String id = "c" + ids.incrementAndGet();
                    cards.put(id, 0);
                    return Stub.Answer.json(201, "{\"id\":\"%s\",\"version\":0}".formatted(id));
                }
                String id = asked.line().replaceAll(".*/", "");
                Integer version = cards.get(id);
                if (version == null) {
                    return Stub.Answer.json(404, "{}");
                }
                if (asked.line().startsWith("DELETE")) {
                    cards.remove(id);
                    return Stub.Answer.json(200, "{}");
                }
                if (asked.line().startsWith("GET")) {
                    return shown(version);
                }
                boolean fits = asked.body().contains("\"version\":" + version);
                if (fits || !honest) {
                    cards.put(id, version + 1);
                }
                return fits ? shown(version + 1) : Stub.Answer.json(409, "{}");
            }
        };
    }

    private static Stub.Answer shown(int version) {
        return Stub.Answer.json(200, "{\"hits\":%1$d,\"version\":%1$d}".formatted(version));
    }

    /** Whoever is overtaken is asked to come back, and may as well have stayed away. */
    @Test
    void whoIsOvertakenMayHaveStayedAway() throws IOException {
        String steps =
                """
                Given a card "Score"
                When at the same moment, 3 times over:
                  | Ana | adds one to "Score" |
                  | Ben | adds one to "Score" |
                Then it is as if they had come one after another
                """;
        assertThat(play(CARDS, cards(true), steps)).as(out.text()).isZero();
        assertThat(play(CARDS, cards(false), steps)).as(out.text()).isEqualTo(1);
    }

    /** A law of every card says nothing of a card that was burned. */
    @Test
    void aLawSaysNothingOfWhatIsGone() throws IOException {
        int code =
                play(
                        CARDS,
                        cards(true),
                        """
                        Given a card "Score"
                        When Ana adds one to "Score"
                        And Ana burns "Score"
                        Then exactly one fire is accepted
                        """);
        assertThat(code).as(out.text()).isZero();
        assertThat(Files.readString(reports().resolve("specification.json")))
                .containsPattern(
                        "every card are 0 plus the accepted hits\",\\s+\"verdict\" : \"not"
                                + " played\"");
    }

    @Test
    void askedAboutItItIsSaidThatItIsGone() throws IOException {
        int code =
                play(
                        CARDS,
                        cards(true),
                        """
                        Given a card "Score"
                        When Ana adds one to "Score"
                        And Ana burns "Score"
                        Then the hits of "Score" are 0 plus the accepted hits
                        """);
        assertThat(code).as(out.text()).isEqualTo(2);
        assertThat(out.text())
                .contains("“Score” is no longer there: a look is told that there is no such thing");
    }

    private static final String GOING =
            CARDS.replace(
                    "\"DELETE /cards/{card}\", accepted: [200]}",
                    "\"DELETE /cards/{card}\", accepted: [200], does: {card: goes}}");

    /** What was taken away stays away; what nobody took away is there. */
    @Test
    void whatWasTakenAwayStaysAway() throws IOException {
        String steps =
                """
                Given a card "Score"
                When Ana looks at "Score"
                And Ben burns "Score"
                And Ana looks at "Score"
                Then every look at "Score" is explained by some order
                """;
        assertThat(play(GOING, cards(true), steps)).as(out.text()).isZero();
        Stub.Replies sound = cards(true);
        assertThat(
                        play(
                                GOING,
                                asked ->
                                        asked.line().startsWith("DELETE")
                                                ? Stub.Answer.json(200, "{}")
                                                : sound.to(asked),
                                steps))
                .isEqualTo(1);
        assertThat(out.text())
                .contains("Expected some order to explain every look at whether “Score” is there");
        assertThat(
                        play(
                                GOING,
                                asked ->
                                        asked.line().startsWith("GET")
                                                ? Stub.Answer.json(404, "{}")
                                                : sound.to(asked),
                                steps.replace("And Ben burns", "And Ben looks at")))
                .as("a card that nobody took away is not there")
                .isEqualTo(1);
    }

    /** What deletes comes last, and nothing is said of a gallery. */
    @Test
    void aCheckOfADomainTriesEverythingOnce() throws IOException {
        try (Stub stub = new Stub(cards(true))) {
            int code = out.run("target", "check", target(CARDS.formatted(stub.address())));
            assertThat(code).as(out.text()).isZero();
        }
        assertThat(out.text())
                .contains("4 of 4 operations work")
                .doesNotContain("U1.1")
                .doesNotContain("upload");
    }

    @Test
    void aCheckTellsWhatIsRefusedAndWhatWasExpected() throws IOException {
        String odd =
                CARDS.replace("json: {hits: \"{hits + 1}\", version", "json: {hits: 0, old")
                        .replace(
                                "\"GET /cards/{card}\", accepted: [200], answer: {hits: /hits,"
                                        + " version",
                                "\"GET /cards/{card}\", accepted: [201, 202], answer: {hits: /hits,"
                                        + " version");
        try (Stub stub = new Stub(cards(true))) {
            out.run("target", "check", target(odd.formatted(stub.address())));
        }
        assertThat(out.text())
                .containsPattern("hit +refused +is told: overtaken")
                .containsPattern(
                        "look +fails +gets a broken answer \\(200\\) \\(expected 201 or 202: ")
                .contains("2 of 4 operations work, 1 refused what was tried");
    }

    /** The words lie beside the profile, wherever it is read from. */
    @Test
    void aDomainMayBeInAFileOfItsOwn() throws IOException {
        String head = CARDS.substring(0, CARDS.indexOf("domain:\n"));
        String domain =
                CARDS.substring(CARDS.indexOf("domain:\n") + "domain:\n".length())
                        .replaceAll("(?m)^  ", "");
        Files.writeString(folder().resolve("words.yaml"), domain);
        String steps =
                """
                Given a card "Score"
                When Ana burns "Score"
                Then every fire is answered in good time
                """;
        assertThat(play(head + "domain: words.yaml\n", cards(true), steps)).as(out.text()).isZero();
        assertThat(play(head + "domain: nowhere.yaml\n", cards(true), steps)).isEqualTo(3);
        assertThat(out.text())
                .contains("desk.yaml, line 6, domain: ", "nowhere.yaml cannot be read");
        Files.writeString(
                folder().resolve("words.yaml"), domain.replace("noun: fire", "nuon: fire"));
        assertThat(play(head + "domain: words.yaml\n", cards(true), steps)).isEqualTo(3);
        assertThat(out.text()).contains("words.yaml, line 5: “nuon” is not known here");
    }

    @Test
    void aRunOnNothingEndsAtOnce() throws IOException {
        int code =
                new DomainPlay(folder(), out)
                        .run(
                                CARDS.formatted("http://127.0.0.1:1"),
                                """
                                Given a card "Score"
                                When Ana burns "Score"
                                Then exactly one fire is accepted
                                """);
        assertThat(code).as(out.text()).isEqualTo(3);
        assertThat(out.text())
                .contains("target cards is not reachable: no server listens at 127.0.0.1:1");
    }
}
