package meanwhile.suite.open;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import meanwhile.driver.HttpGallery;
import meanwhile.driver.Stub;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profile;
import meanwhile.target.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API that answers members only is an API. */
class ReachabilityCheckTest {
    private static final String OPERATIONS =
            """
            session: {Authorization: "Bearer {token}"}
            accounts: lent
            members: [{login: ana, password-from-file: PASSWORD}]
            refusals: [REFUSALS]
            operations:
              check-health: {request: GET /health, accepted: [200]}
              log-in: {request: POST /login, accepted: [200], answer: {access-token: /token}}
              read-feed: {request: GET /feed, accepted: [200], answer: {items: "", id: /id}}
            """;

    @TempDir private Path folder;

    private void check(Stub stub, String refusals) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "s3cret");
        Path file =
                Files.writeString(
                        folder.resolve("mine.yaml"),
                        "name: mine\ndoors: [\"%s\"]\n".formatted(stub.address())
                                + OPERATIONS
                                        .replace("PASSWORD", password.toString())
                                        .replace("REFUSALS", refusals));
        Profile profile = new Profiles().find(file.toString());
        try (HttpGallery gallery = new HttpGallery(profile)) {
            new ReachabilityCheck(profile, gallery).requireThere();
        }
    }

    private static Stub closed(int status) throws IOException {
        return new Stub(
                asked ->
                        asked.line().startsWith("POST")
                                ? Stub.Answer.json(200, "{\"token\": \"t0ken\"}")
                                : Stub.Answer.json(status, "{}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aFeedThatIsClosedToVisitorsIsNoObstacle(int status) throws IOException {
        for (String refusals :
                new String[] {
                    "",
                    "{status: %d, means: forbidden}".formatted(status),
                    "{status: %d, means: not-signed-in}".formatted(status)
                }) {
            try (Stub stub = closed(status)) {
                assertThatCode(() -> check(stub, refusals)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aFeedThatFailsStillIs() throws IOException {
        try (Stub stub = closed(500)) {
            assertThatThrownBy(() -> check(stub, ""))
                    .isInstanceOf(SetUpException.class)
                    .hasMessageContaining("does not answer as its profile says")
                    .hasMessageContaining("(500)");
        }
    }
}
