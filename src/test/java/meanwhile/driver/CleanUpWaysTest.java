package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Remnant;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a clean-up calls only what deletes, or what the profile says. */
class CleanUpWaysTest {
    private static final Gallery.Sender ANA = new Gallery.Sender(0, new Secret("t0ken"));
    private static final Remnant IMAGE = Remnant.image(new ImageId("7"));
    private static final Remnant MEMBER =
            Remnant.member(new MemberId("m1"), "ana", new Secret("s3cret"));

    private static final String ODD =
            """
            session: {Authorization: "Bearer {token}"}
            operations:
              delete-image: {request: "POST /accounts/{image}/close", accepted: [200]}
            """;

    private static final String DECLARED =
            """
            session: {Authorization: "Bearer {token}"}
            domain:
              things:
                show:
                  request: POST /shows
                  accepted: [201]
                  answer: {id: /id}
                  clean-up: {request: "DELETE /shows/{id}", accepted: [200]}
                room: {request: POST /rooms, accepted: [201], answer: {id: /id}}
              operations:
                change:
                  phrase: "changes {show}"
                  noun: change
                  request: PUT /shows/{show}
                  accepted: [200]
                  answer: {was: /was}
                  clean-up:
                    {request: "POST /shows/{show}/undo", json: {to: "{was}", token: "{token}"}, accepted: [200]}
            """;

    @TempDir private Path folder;

    private String asked(String yaml, Remnant remnant) throws Exception {
        try (Stub stub =
                        new Stub(
                                asked ->
                                        asked.header("Authorization").equals("Bearer t0ken")
                                                ? Stub.Answer.json(200, "{}")
                                                : Stub.Answer.json(500, "no session"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            Outcome outcome = gallery.takeAway(ANA, remnant);
            assertThat(outcome).isEqualTo(new Outcome.Accepted(200, done()));
            return String.join(", ", stub.asked());
        }
    }

    private static Answer done() {
        return new Answer.Done();
    }

    private void assertStays(String yaml, Remnant remnant, String reason) throws Exception {
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "{}"));
                HttpGallery gallery = stub.gallery(folder, yaml)) {
            assertThatThrownBy(() -> gallery.takeAway(ANA, remnant))
                    .isInstanceOf(NotOffered.class)
                    .hasMessageContaining(reason);
            assertThat(stub.asked()).isEmpty();
        }
    }

    @Test
    void anOperationThatDeletesIsCalledUnasked() throws Exception {
        String plain = ODD.replace("POST /accounts/{image}/close", "DELETE /images/{image}");
        assertThat(asked(plain, IMAGE)).isEqualTo("DELETE /images/7");
    }

    @Test
    void anOperationThatIsBoundToSomethingElseIsNotCalled() throws Exception {
        assertStays(
                ODD,
                IMAGE,
                "because delete-image is bound to POST /accounts/{image}/close, which may be no"
                        + " deletion; “clean-up: {image: delete-image}” says that it is");
    }

    @Test
    void aProfileMaySayThatItDeletes() throws Exception {
        assertThat(asked(ODD + "clean-up: {image: delete-image}\n", IMAGE))
                .isEqualTo("POST /accounts/7/close");
    }

    @Test
    void aProfileMaySayThatThingsStay() throws Exception {
        String plain = ODD.replace("POST /accounts/{image}/close", "DELETE /images/{image}");
        assertStays(plain + "clean-up: {image: none}\n", IMAGE, "which stay, as the profile says");
        assertStays(plain, MEMBER, "which no operation of the profile deletes");
    }

    @Test
    void aProfileMayStateRequestsOfItsOwn() throws Exception {
        String ways =
                """
                clean-up:
                  image: {request: "DELETE /raw/{image}", accepted: [200]}
                  collection: {request: POST /purge, json: {id: "{collection}"}, accepted: [200]}
                  member:
                    first: [{request: GET /me, accepted: [200]}]
                    request: DELETE /users/{member}
                    json: {name: "{name}", password: "{password}", token: "{token}"}
                    accepted: [200]
                """;
        assertThat(asked(ODD + ways, IMAGE)).isEqualTo("DELETE /raw/7");
        assertThat(asked(ODD + ways, Remnant.collection(new CollectionId("c"))))
                .isEqualTo("POST /purge {\"id\":\"c\"}");
        assertThat(asked(ODD + ways, MEMBER))
                .isEqualTo(
                        "GET /me, DELETE /users/m1"
                            + " {\"name\":\"ana\",\"password\":\"s3cret\",\"token\":\"t0ken\"}");
    }

    @Test
    void theRunsOwnOperationIsStillTheProfiles() throws Exception {
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "{}"));
                HttpGallery gallery = stub.gallery(folder, ODD)) {
            Operation delete = new Operation.DeleteImage(new ImageId("7"));
            assertThat(Stub.send(gallery, "t0ken", delete).isAccepted()).isTrue();
        }
    }

    @Test
    void whatADeclaredOperationMadeIsTakenAwayByItsOwnRequest() throws Exception {
        Operation.Declared show =
                new Operation.DeclaredWrite("make-show", "makes it", Map.of("name", "Hamlet"));
        assertThat(asked(DECLARED, Remnant.declared(show, Map.of("id", "s 1"))))
                .isEqualTo("DELETE /shows/s%201");
        Operation.Declared change =
                new Operation.DeclaredWrite("change", "changes it", Map.of("show", "s1"));
        assertThat(asked(DECLARED, Remnant.declared(change, Map.of("was", "4"))))
                .isEqualTo("POST /shows/s1/undo {\"to\":\"4\",\"token\":\"t0ken\"}");
    }

    @Test
    void whatNoDeclaredRequestTakesAwayStays() throws Exception {
        Operation.Declared room =
                new Operation.DeclaredWrite("make-room", "makes it", Map.of("name", "Blue"));
        assertStays(
                DECLARED,
                Remnant.declared(room, Map.of("id", "r1")),
                "for which the profile declares no clean-up");
    }
}
