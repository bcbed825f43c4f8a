package meanwhile.driver;

import static meanwhile.driver.ReferenceFixture.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.language.Allowance;
import meanwhile.language.Answer;
import meanwhile.language.Cursor;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import meanwhile.target.CleanUp;
import meanwhile.target.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the driver against a server whose answers each test sets. */
class HttpGalleryTest {
    private static final Operation VOTE =
            new Operation.CastVote(new ImageId("i 1"), VoteValue.DOWN);

    private ReferenceFixture server;

    @BeforeEach
    void open() throws IOException {
        server = new ReferenceFixture();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anOperationIsSentAsTheProfileDescribesIt() throws Exception {
        server.answers(201, "{\"id\":\"v1\"}");
        Outcome outcome = server.gallery().send(ANA, VOTE, null).outcome();
        assertThat(server.seen())
                .isEqualTo("POST /v1/votes Bearer t0ken {\"image_id\":\"i 1\",\"value\":-1}");
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void whatStandsInAPathIsEncodedAndWhatHasNoValueIsLeftOut() throws Exception {
        server.answers(200, "[]");
        server.gallery().send(ANA, new Operation.SearchImages("a b&c", null, 5), null);
        assertThat(server.seen()).startsWith("GET /v1/images/search?limit=5&q=a%20b%26c ");
        server.gallery().send(ANA, new Operation.ListVotes(new Cursor("x/y"), 5), null);
        assertThat(server.seen()).startsWith("GET /v1/votes?after=x%2Fy&limit=5 ");
        server.answers(200, "{\"id\":\"a/b\"}");
        server.gallery().send(ANA, new Operation.ReadImage(new ImageId("a/b")), null);
        assertThat(server.seen()).startsWith("GET /v1/images/a%2Fb ");
    }

    @Test
    void aValueOfSeveralPartsIsSentPartByPart() throws Exception {
        server.answers(200, "{}");
        Allowance allowance = new Allowance(5, Duration.ofSeconds(2));
        server.gallery().send(ANA, new Operation.SetAllowance(new MemberId("m"), allowance), null);
        assertThat(server.seen()).endsWith("{\"uploads\":5,\"window_seconds\":2}");
    }

    @Test
    void aFileGoesAsAForm() throws Exception {
        server.answers(202, "{\"id\":\"i1\"}");
        ImageFile file = ImageFile.of("a.png", "image/png", new byte[] {'x', 'y', 'z'});
        server.gallery().send(ANA, new Operation.UploadImage(file, "Tabby ü"), null);
        assertThat(server.seen()).contains("filename=\"a.png\"", "image/png", "xyz", "Tabby ü");
    }

    @Test
    void refusalsAreToldApartByStatusAndWord() throws Exception {
        server.answers(
                409,
                "{\"code\":\"not-ready\",\"detail\":\"still processing\"}",
                "Retry-After",
                "3");
        assertThat(server.gallery().send(ANA, VOTE, null).outcome())
                .isEqualTo(
                        new Outcome.Refused(
                                409, Refusal.NOT_READY, Duration.ofSeconds(3), "still processing"));
        server.answers(409, "{\"code\":\"other\",\"detail\":\"\"}");
        assertThat(server.gallery().send(ANA, VOTE, null).outcome().isRefused(Refusal.DUPLICATE))
                .isTrue();
    }

    @Test
    void anAnswerThatTheContractDoesNotAllowIsBroken() throws Exception {
        server.answers(500, "oops");
        assertThat(server.gallery().send(ANA, VOTE, null).outcome())
                .isEqualTo(new Outcome.Broken(500, "oops"));
        server.answers(201, "{\"name\":\"no id\"}");
        assertThat(server.gallery().send(ANA, VOTE, null).outcome())
                .isInstanceOf(Outcome.Broken.class);
        server.answers(201, "<html>");
        assertThat(server.gallery().send(ANA, VOTE, null).outcome())
                .isInstanceOf(Outcome.Broken.class);
    }

    @Test
    void pagesAreFollowedByTheirLinks() throws Exception {
        server.answers(
                200,
                "[{\"id\":\"a\"},{\"id\":\"b\"}]",
                "Link",
                "</v1/images?limit=2&after=c%2Fd>; rel=\"next\"",
                "Pagination-Count",
                "7");
        Outcome outcome =
                server.gallery().send(ANA, new Operation.ListImages(null, 2), null).outcome();
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
        try (HttpGallery impatient = new HttpGallery(server.profile(Duration.ofMillis(100)))) {
            server.replies(_ -> null);
            Outcome outcome = impatient.send(ANA, VOTE, null).outcome();
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(((Outcome.Unknown) outcome).cause()).isEqualTo(Outcome.Cause.TIMED_OUT);
        }
    }

    @Test
    void aBrokenConnectionIsUnknownAndNothingIsSentTwice() throws Exception {
        server.replies(
                question -> {
                    question.exchange().close();
                    return null;
                });
        for (Operation operation :
                List.of(
                        VOTE,
                        new Operation.ReadSelf(),
                        new Operation.DeleteImage(new ImageId("i")))) {
            int before = server.requests();
            Outcome outcome = server.gallery().send(ANA, operation, null).outcome();
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(((Outcome.Unknown) outcome).cause()).isEqualTo(Outcome.Cause.DISCONNECTED);
            assertThat(server.requests()).isEqualTo(before + 1);
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        server.answers(302, "", "Location", "/login");
        assertThat(server.gallery().send(ANA, VOTE, null).outcome())
                .isEqualTo(new Outcome.Broken(302, "it redirects to /login, as to a login page"));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void whatTheProfileDoesNotBindIsNotOffered() {
        Profile bare =
                new Profile(
                        "bare",
                        "A bare target",
                        List.of(server.address()),
                        new Profile.Access(
                                Profile.Accounts.SIGN_UP,
                                List.of(),
                                Map.of(),
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
                        new CleanUp(Map.of(), Map.of()),
                        Profile.Declarations.NONE,
                        null);
        try (HttpGallery nothing = new HttpGallery(bare)) {
            assertThatThrownBy(() -> nothing.send(ANA, VOTE, null))
                    .isInstanceOf(NotOffered.class)
                    .hasMessage("A bare target does not offer cast-vote");
        }
    }
}
