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
