package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader accept and refuse the same documents. */
class SchemaTest {
    private static final String OPERATIONS =
            "operations: {check-health: {request: GET /health, accepted: [200]}}\n";

    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Profiles.schema());
    private final Profiles profiles = Profiles.withEnvironment(Map.of("KEY", "k"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "title: Mine",
                "doors: [http://a:1, https://b/c/]",
                "accounts: none",
                "members: [{login: a, password-from-environment: KEY}]\naccounts: lent",
                "secrets: {k: {from-environment: KEY}}\nheaders: {X-Key: '{k}'}",
                "session: {Cookie: 'sid={token}'}",
                "promises: {answer: 10 s, totals: 500 ms, latency-factor: 2.5}",
                "limits: {members-at-once: 3, requests-per-second: 10, page-size: 20}",
                "capabilities: {votes: each-counts, favourites: one-per-member, pictures: kept}",
                "capabilities: {votes: toggles, favourites: refused}",
                "rate-headers: draft-10",
                "words: {status: {live: ready}}",
                "refusals: [{status: 404, means: gone}, {where: /code, says: '1', means: other}]",
                "refusals: [{matches: 'a|b', means: stale}]",
                "driver: mine\nsettings: {a: b}",
                "clean-up: {image: none, comment: none}",
                "clean-up: {member: {request: 'DELETE /users/{member}', accepted: [204]}}",
                "clean-up: {collection: {first: [{request: 'GET /x/{collection}', accepted: [200],"
                        + " answer: {tag: /t}}], request: 'DELETE /x/{tag}', accepted: [204]}}",
            })
    void bothAccept(String more) {
        String yaml = "name: mine\n" + OPERATIONS + more + "\n";
        assertThat(profiles.read("mine.yaml", yaml).name()).isEqualTo("mine");
        assertThat(faults(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour: red",
                "doors: [ftp://x]",
                "doors: http://x",
                "doors: [http://a:b@x]",
                "doors: [http://x/?y]",
                "accounts: many",
                "accounts: lent",
                "members: [{login: a, password-from-environment: KEY}]\naccounts: none",
                "members: [{login: a}]\naccounts: lent",
                "members: [{password-from-environment: KEY}]\naccounts: lent",
                "secrets: {k: {}}",
                "promises: {answer: soon}",
                "promises: {haste: 1 s}",
                "promises: {latency-factor: 0.5}",
                "limits: {members-at-once: 0}",
                "limits: {page-size: 0}",
                "capabilities: {votes: some}",
                "rate-headers: mine",
                "words: {status: ready}",
                "refusals: [{status: 404}]",
                "refusals: [{means: gone}]",
                "refusals: [{status: 404, means: lost}]",
                "refusals: [{status: 404, says: x, means: gone}]",
                "refusals: [{status: 1000, means: gone}]",
                "settings: {a: b}",
                "clean-up: {cat: none}",
                "clean-up: {image: withdraw-vote}",
                "clean-up: {member: delete-image}",
                "clean-up: {member: {request: 'DELETE /users/{member}'}}",
                "clean-up: [none]",
            })
    void bothRefuse(String more) {
        assertBothRefuse("name: mine\n" + OPERATIONS + more + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cast-vote: {request: POST /x, accepted: [200], form: {a: '{value}'}}",
                "read-image: {request: GET /x, accepted: [200], answer: {up: count /likes}}",
                "sign-up: {request: POST /x, accepted: [200], session: sent}",
                "log-out: {request: POST /x, accepted: [200], session: none, first: [{request: 'GET"
                        + " /y/{token}', accepted: [200], session: none}]}",
                "upload-image: {request: POST /x, accepted: [200], answer: {id: header Location"
                        + " /x/(.+)}}",
            })
    void bothAcceptTheOperation(String operation) {
        String yaml = "name: mine\noperations:\n  " + operation + "\n";
        assertThat(profiles.read("mine.yaml", yaml).operations()).hasSize(1);
        assertThat(faults(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chek-health: {request: GET /x, accepted: [200]}",
                "check-health: {accepted: [200]}",
                "check-health: {request: LOOK /x, accepted: [200]}",
                "check-health: {request: GET /x}",
                "check-health: {request: GET /x, accepted: [20]}",
                "check-health: {request: GET /x, accepted: 200}",
                "check-health: {request: GET /x, accepted: [200], answer: {id: /id}}",
                "read-image: {request: GET /x, accepted: [200], answer: {titel: /t}}",
                "read-image: {request: GET /x, accepted: [200], answer: {title: t}}",
                "cast-vote: {request: POST /x, accepted: [200], json: {a: b}, body: c}",
                "cast-vote: {request: POST /x, accepted: [200], form: {a: b}, body: c}",
                "cast-vote: {request: POST /x, accepted: [200], form: {a: b}, json: {a: b}}",
                "read-image: {request: GET /x, accepted: [200], answer: {up: count likes}}",
                "cast-vote: {request: POST /x, accepted: [200], first: [{accepted: [200]}]}",
                "cast-vote: {request: POST /x, accepted: [200], query: [a]}",
                "cast-vote: {request: POST /x, accepted: [200], session: maybe}",
            })
    void bothRefuseTheOperation(String operation) {
        assertBothRefuse("name: mine\noperations:\n  " + operation + "\n");
    }

    private static final String DOMAIN =
            """
            name: mine
            domain:
              refusals: [sold out]
              things:
                show: {request: POST /shows, json: {name: "{name}"}, accepted: [201], answer: {id: /id}}
              operations:
                book: {phrase: "books a seat at {show}", noun: booking, request: "POST /shows/{show}", accepted: [201]}
              laws: [no two accepted bookings overlap]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    noun: booking,  | noun: booking, plural: bookings,
                    noun: booking,  | first: [{request: GET /x, accepted: [200], answer: {tag: header ETag}}],
                    accepted: [201], answer: {id: /id} | accepted: [201], answer: {id: /id}, by: administrator, plural: shows
                    accepted: [201], answer: {id: /id} | accepted: [201], answer: {id: /id}, clean-up: {request: 'DELETE /shows/{id}', accepted: [204]}
                    noun: booking,  | answer: {seats: '[]/id', free: /free, all: '/all[]'},
                    refusals: [sold out] | things: {}
                    """)
    void bothAcceptTheDomain(String said, String other) {
        String yaml =
                other.startsWith("things")
                        ? DOMAIN.replace("  refusals: [sold out]\n", "")
                        : DOMAIN.replace(said, other);
        assertThat(profiles.read("mine.yaml", yaml).declared().domain().actions()).hasSize(1);
        assertThat(faults(yaml)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    phrase: "books a seat at {show}", | query: {a: b},
                    accepted: [201], answer: {id: /id} | accepted: [201]
                    accepted: [201], answer: {id: /id} | accepted: [201], answer: {id: /id}, by: nobody
                    noun: booking,   | noun: [booking],
                    noun: booking,   | nouns: booking,
                    noun: booking,   | answer: {seats: 'x[]/id'},
                    noun: booking,   | answer: {Seats: /x},
                    book:            | Book it:
                    operations:      | deeds:
                    refusals: [sold out] | refusals: [Sold out!]
                    laws: [no two accepted bookings overlap] | laws: {a: b}
                    """)
    void bothRefuseTheDomain(String said, String other) {
        assertThat(DOMAIN).contains(said);
        assertBothRefuse(DOMAIN.replace(said, other));
    }

    @Test
    void theSchemaAcceptsTheShop() throws IOException {
        assertThat(faults(Files.readString(Path.of("src/examples/shop/shop.yaml")))).isEmpty();
    }

    @Test
    void withoutOperationsThereMustBeADriver() {
        assertBothRefuse("name: mine\n");
        assertThat(faults("name: mine\ndriver: own\n")).isEmpty();
        assertThat(profiles.read("mine.yaml", "name: mine\ndriver: own\n").extension())
                .isEqualTo(new Profile.Extension("own", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "json-server", "parse-server", "thecatapi"})
    void theSchemaAcceptsTheShippedProfiles(String name) throws IOException {
        try (InputStream shipped = getClass().getResourceAsStream("/targets/" + name + ".yaml")) {
            byte[] bytes = Objects.requireNonNull(shipped).readAllBytes();
            assertThat(faults(new String(bytes, StandardCharsets.UTF_8))).isEmpty();
        }
    }

    /** An editor must propose everything that the reader accepts. */
    @Test
    void theSchemaKnowsEveryOperationAndEveryFact() {
        JsonNode operations =
                JsonMapper.shared()
                        .readTree(Profiles.schema())
                        .at("/properties/operations/properties");
        assertThat(List.copyOf(operations.propertyNames()))
                .containsExactlyInAnyOrderElementsOf(Names.operations());
        for (String operation : Names.operations()) {
            assertThat(
                            List.copyOf(
                                    operations
                                            .at("/" + operation + "/properties/answer/properties")
                                            .propertyNames()))
                    .as(operation)
                    .containsExactlyInAnyOrderElementsOf(Names.facts(operation));
        }
    }

    private void assertBothRefuse(String yaml) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> profiles.read("mine.yaml", yaml))
                .isInstanceOf(ProfileException.class);
        assertThat(faults(yaml)).as(yaml).isNotEmpty();
    }

    private List<String> faults(String yaml) {
        Object document = Entry.parse("test", yaml).value();
        String json = JsonMapper.shared().writeValueAsString(document);
        return schema.validate(json, InputFormat.JSON).stream().map(String::valueOf).toList();
    }
}
