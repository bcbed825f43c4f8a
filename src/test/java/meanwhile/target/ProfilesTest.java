package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    colour: red                              | line 6: “colour” is not known here; known are administrator, doors
                    doors: [ftp://x]                         | doors: “ftp://x” does not fit; allowed are http://… and https://…
                    promises: {answer: soon}                 | promises.answer: “soon” does not fit; allowed are durations like 500 ms
                    promises: {haste: 1 s}                   | promises: “haste” does not fit; allowed are answer, processing
                    refusals: [{status: 404, means: lost}]   | refusals.means: “lost” does not fit; allowed are not-signed-in
                    administrator: {login: a}                | administrator.password-from-environment (or password-from-file) is missing
                    administrator: {login: a, password-from-environment: NOPE} | environment variable NOPE, which is not set
                    doors: {a: b}                            | line 6
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
                        "operations: “chek-health” does not fit; allowed are add-comment");
    }

    @Test
    void aRequestThatIsNoneIsNamed() {
        assertThatThrownBy(
                        () -> profiles.read("mine.yaml", MINIMAL.replace("GET /health", "LOOK /x")))
                .hasMessageContaining("operations.check-health.request: “LOOK /x” does not fit");
    }
}
