package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests operations that consist of several requests. */
class SequencesTest {
    private static final ImageId IMAGE = new ImageId("7");

    private static final Operation VOTE = new Operation.CastVote(IMAGE, VoteValue.DOWN);

    private static final String READ_THEN_WRITE =
            """
            accounts: none
            operations:
              cast-vote:
                first:
                  - request: POST /votes
                    json: {image: "{image:number}", by: "{me}"}
                    accepted: [201]
                    answer: {vote: /id}
                  - {request: "GET /images/{image}", accepted: [200], answer: {up: /up, down: /down}}
                request: PUT /images/{image}
                json: {up: "{up + up-vote}", down: "{down + down-vote}", "last-{direction}": true}
                accepted: [200]
                answer: {id: "= {vote}"}
            refusals: [{status: 404, means: gone}]
            """;

    @TempDir private Path folder;

    @Test
    void aSequenceFeedsWhatWasAnsweredIntoTheNextRequest() throws Exception {
        try (Stub stub =
                        new Stub(
                                asked ->
                                        asked.line().startsWith("POST")
                                                ? Stub.Answer.json(201, "{\"id\": 12}")
                                                : Stub.Answer.json(200, "{\"up\":3,\"down\":4}"));
                HttpGallery gallery = stub.gallery(folder, READ_THEN_WRITE)) {
            assertThat(Stub.send(gallery, "ana", VOTE))
                    .isEqualTo(
                            new Outcome.Accepted(
                                    200, new Answer.VoteTaken(new VoteId("12"), null)));
            assertThat(stub.asked())
                    .containsExactly(
                            "POST /votes {\"image\":7,\"by\":\"ana\"}",
                            "GET /images/7",
                            "PUT /images/7 {\"up\":3,\"down\":5,\"last-down\":true}");
        }
    }

    @Test
    void aRefusalAfterSomethingChangedIsNoRefusal() throws Exception {
        try (Stub stub =
                        new Stub(
                                asked ->
                                        asked.line().startsWith("POST")
                                                ? Stub.Answer.json(201, "{\"id\": 12}")
                                                : Stub.Answer.json(404, "{}"));
                HttpGallery gallery = stub.gallery(folder, READ_THEN_WRITE)) {
            assertThat(Stub.send(gallery, "ana", VOTE)).isInstanceOf(Outcome.Broken.class);
            assertThat(stub.asked()).hasSize(2);
        }
    }

    @Test
    void whatAnOperationSaysIsNotLeftOutInSilence() throws Exception {
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "{}"));
                HttpGallery gallery = stub.gallery(folder, READ_THEN_WRITE)) {
            Operation conditional = new Operation.CastVote(IMAGE, VoteValue.UP, 3L);
            assertThatThrownBy(() -> Stub.send(gallery, "ana", conditional))
                    .isInstanceOf(NotOffered.class)
                    .hasMessage("stub has no place for the version in cast-vote");
            assertThat(stub.asked()).isEmpty();
        }
    }
}
