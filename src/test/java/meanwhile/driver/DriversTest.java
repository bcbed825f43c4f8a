package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.target.ProfileException;
import meanwhile.target.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
    private static final String COMMENTS =
            """
            settings: {by: Meanwhile}
            operations:
              add-comment: {request: POST /c, json: {text: "{text}"}, accepted: [201], answer: {id: /id}}
            """;

    @TempDir private Path folder;

    @Test
    void aDriverOfOnesOwnDoesWhatAProfileCannotSay() throws Exception {
        try (Stub stub = new Stub(_ -> Stub.Answer.json(201, "{\"id\": 1}"))) {
            Gallery gallery = Drivers.open(new Profiles().find(profile(stub, "signing")));
            Operation comment = new Operation.AddComment(new ImageId("i"), "Nice");
            assertThat(Stub.send(gallery, "", comment).isAccepted()).isTrue();
            assertThat(stub.asked().getFirst()).contains("Nice – Meanwhile ");
        }
    }

    @Test
    void anUnknownDriverIsNamedWithTheKnownOnes() throws Exception {
        try (Stub stub = new Stub(_ -> Stub.Answer.json(200, "{}"))) {
            String profile = profile(stub, "sining");
            assertThatThrownBy(() -> Drivers.open(new Profiles().find(profile)))
                    .isInstanceOf(ProfileException.class)
                    .hasMessageContaining("no driver on the class path is called “sining”")
                    .hasMessageContaining("[signing]");
        }
    }

    private String profile(Stub stub, String driver) throws Exception {
        return Files.writeString(
                        folder.resolve("own.yaml"),
                        "name: own\ndoors: [\"%s\"]\ndriver: %s\n%s"
                                .formatted(stub.address(), driver, COMMENTS))
                .toString();
    }
}
