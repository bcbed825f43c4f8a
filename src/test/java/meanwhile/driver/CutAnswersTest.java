package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import meanwhile.language.Gallery;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;

/** A truncated answer counts as no answer, wherever it is cut. */
class CutAnswersTest {
    private static final byte[] WHOLE =
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":\"7\"}"
                    .getBytes(StandardCharsets.US_ASCII);

    private static final Operation SIGN_UP = new Operation.SignUp("ana", new Secret("secret"));

    @Test
    void anAnswerThatIsCutIsNone() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                HttpGallery gallery = ReferenceFixture.at(server)) {
            for (int length = 0; length < WHOLE.length; length++) {
                Outcome outcome = send(server, gallery, length);
                assertThat(outcome).as("cut at %d", length).isInstanceOf(Outcome.Unknown.class);
                assertThat(((Outcome.Unknown) outcome).cause())
                        .isEqualTo(Outcome.Cause.DISCONNECTED);
            }
            assertThat(send(server, gallery, WHOLE.length).isAccepted()).isTrue();
        }
    }

    private static Outcome send(ServerSocket server, HttpGallery gallery, int length)
            throws Exception {
        Thread answering = Thread.ofVirtual().start(() -> answer(server, length));
        Outcome outcome = gallery.send(new Gallery.Sender(0, null), SIGN_UP, null).outcome();
        answering.join();
        gallery.rest();
        return outcome;
    }

    private static void answer(ServerSocket server, int length) {
        try (Socket came = server.accept()) {
            InputStream in = came.getInputStream();
            StringBuilder request = new StringBuilder();
            while (!request.toString().endsWith("}")) {
                request.append((char) in.read());
            }
            came.getOutputStream().write(Arrays.copyOf(WHOLE, length));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
