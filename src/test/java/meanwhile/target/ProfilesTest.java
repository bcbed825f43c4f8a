package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
    private static final String MINIMAL =
            """
            name: mine
            operations:
              check-health:
                request: GET /health
                accepted: [200]
            """;

    private final Profiles profiles = Profiles.withEnvironment(Map.of("PASSWORD", "s3cret"));

    @Test
    void theShippedProfileIsGood() {
        Profile reference = profiles.find("reference");
        assertThat(reference.promises().answer()).isEqualTo(Duration.ofSeconds(10));
        assertThat(reference.operations()).containsKeys("cast-vote", "upload-image");
    }

    @Test
    void aSmallProfileIsEnough() {
        Profile profile = profiles.read("mine.yaml", MINIMAL);
        assertThat(profile.title()).isEqualTo("mine");
        assertThat(profile.doors()).isEmpty();
        assertThat(profile.administrator()).isNull();
    }

    @Test
    void theAdministratorsPasswordComesFromTheEnvironment() {
        Profile profile =
                profiles.read(
                        "mine.yaml",
                        MINIMAL
                                + "administrator: {login: root, password-from-environment:"
                                + " PASSWORD}");
        assertThat(profile.administrator())
                .isEqualTo(new Profile.Credentials("root", new Secret("s3cret")));
        assertThat(profile.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    colour: red                              | line 6: “colour” is not known here; known are accounts, addresses, administrator
                    doors: [ftp://x]                         | line 6, doors: “ftp://x” does not fit; allowed are http://… and https://…
                    promises: {answer: soon}                 | line 6, promises.answer: “soon” does not fit; allowed are durations like 500 ms
                    promises: {haste: 1 s}                   | line 6: “haste” is not known here; known are answer, latency-factor
                    refusals: [{status: 404, means: lost}]   | line 6, refusals.means: “lost” does not fit; allowed are not-signed-in
                    refusals: [{means: gone}]                | a refusal needs a “status”, a “where” or a “matches”
                    refusals: [{matches: "(", means: gone}]  | “(” is not a regular expression
                    administrator: {login: a}                | give either password-from-environment or password-from-file
                    administrator: {login: a, password-from-environment: NOPE} | line 6, administrator.password-from-environment: the environment variable NOPE is not set
                    members: [{login: a, password-from-file: /nowhere/x}] | the file /nowhere/x cannot be read
                    accounts: lent                           | “accounts: lent” and a list of “members” belong together
                    accounts: many                           | line 6, accounts: “many” does not fit; allowed are sign-up, none, lent
                    limits: {members-at-once: 0}             | line 6, limits.members-at-once: “0” does not fit; allowed are whole numbers of at least 1
                    capabilities: {votes: some}              | allowed are one-per-member, each-counts, refused, toggles
                    rate-headers: mine                       | allowed are draft-10, draft-06, x-ratelimit, cat-api
                    headers: {X: "{key}"}                    | line 6, headers.X: unknown placeholder {key}; known here are me
                    settings: {a: b}                         | “settings” needs a “driver”
                    doors: {a: b}                            | line 6, doors: “names with values” does not fit; allowed are lists
                    doors: [                                 | line 7: this is not YAML
                    """)
    void whatIsWrongIsNamedWithWhatIsAllowed(String line, String message) {
        assertThatThrownBy(() -> profiles.read("mine.yaml", MINIMAL + line + "\n"))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("profile mine.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void anUnknownOperationIsNamedWithTheKnownOnes() {
        assertThatThrownBy(
                        () ->
                                profiles.read(
                                        "mine.yaml",
                                        MINIMAL.replace("check-health", "chek-health")))
                .hasMessageContaining(
                        "line 3: “chek-health” is not known here; known are add-comment");
    }

    @Test
    void aRequestThatIsNoneIsNamed() {
        assertThatThrownBy(
                        () -> profiles.read("mine.yaml", MINIMAL.replace("GET /health", "LOOK /x")))
                .hasMessageContaining(
                        "line 4, operations.check-health.request: “LOOK /x” does not fit");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    request: GET /x/{picture} | unknown placeholder {picture} in read-image; known here are image, me
                    answer: {titel: /title}   | the answer to read-image has no “titel”; it may have id, status, title
                    answer: {title: title}    | “title” does not fit; allowed are a JSON pointer
                    answer: {title: text (}   | is not a regular expression
                    json: {a: "{b}"}          | unknown placeholder {b} in read-image
                    body: a                   | a request has one body, not json and body as well
                    accepted: [20]            | “20” does not fit; allowed are whole numbers from 100 to 599
                    """)
    void whatIsWrongWithAnOperationIsNamedWithItsLine(String line, String message) {
        Map<String, String> fields = new java.util.TreeMap<>();
        fields.put("request", "request: GET /images/{image}");
        fields.put("accepted", "accepted: [200]");
        fields.put("json", "json: {a: b}");
        fields.put(line.substring(0, line.indexOf(':')), line);
        String yaml =
                "name: mine\noperations:\n  read-image:\n    "
                        + String.join("\n    ", fields.values());
        assertThatThrownBy(() -> profiles.read("mine.yaml", yaml))
                .isInstanceOf(ProfileException.class)
                .hasMessageMatching("(?s)profile mine.yaml, line \\d+.*")
                .hasMessageContaining(message);
    }

    @Test
    void aNameThatStandsTwiceIsNamed() {
        assertThatThrownBy(() -> profiles.read("mine.yaml", MINIMAL + "name: other\n"))
                .hasMessage("profile mine.yaml, line 6, name: appears twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "json-server", "parse-server", "thecatapi"})
    void theShippedProfilesAreGood(String name) {
        Profile profile = Profiles.withEnvironment(Map.of("CAT_API_KEY", "k")).find(name);
        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.operations()).containsKeys("cast-vote", "upload-image");
    }
}
