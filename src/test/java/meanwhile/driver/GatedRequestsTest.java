package meanwhile.driver;

import static meanwhile.driver.ReferenceFixture.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.GatePoint;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Release;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests requests that are held at the gate. */
class GatedRequestsTest {
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

    @ParameterizedTest
    @EnumSource(GatePoint.class)
    void nothingIsSentBeforeTheGateOpens(GatePoint point) throws Exception {
        server.answers(201, "{\"id\":\"v1\"}");
        AtomicInteger beforeGate = new AtomicInteger(-1);
        Gallery.Reply reply =
                server.gallery()
                        .send(ANA, VOTE, release(point, () -> beforeGate.set(server.requests())));
        assertThat(beforeGate).hasValue(0);
        assertThat(server.requests()).isEqualTo(1);
        assertThat(reply.outcome().isAccepted()).isTrue();
        assertThat(reply.begun()).isLessThanOrEqualTo(reply.released());
        assertThat(reply.released()).isLessThanOrEqualTo(reply.firstByte());
        assertThat(reply.firstByte()).isLessThanOrEqualTo(reply.ended());
    }

    @ParameterizedTest
    @EnumSource(GatePoint.class)
    void alsoALargeUploadPassesTheGate(GatePoint point) throws Exception {
        server.answers(202, "{\"id\":\"i1\"}");
        ImageFile file = ImageFile.of("a.png", "image/png", new byte[300_000]);
        Gallery.Reply reply =
                server.gallery()
                        .send(
                                ANA,
                                new Operation.UploadImage(file, "Big"),
                                release(point, () -> {}));
        assertThat(reply.outcome().isAccepted()).isTrue();
        assertThat(server.seen().length()).isGreaterThan(300_000);
    }

    @Test
    void whenTheGateStaysClosedNothingIsSentAndTheConnectionIsNotSpoilt() throws Exception {
        server.answers(201, "{\"id\":\"v1\"}");
        Release closed =
                new Release() {
                    @Override
                    public GatePoint point() {
                        return GatePoint.END_OF_REQUEST;
                    }

                    @Override
                    public void arrive() throws GateClosed {
                        throw new GateClosed("gate: 1 never arrived, nothing was sent");
                    }
                };
        assertThatThrownBy(() -> server.gallery().send(ANA, VOTE, closed))
                .isInstanceOf(GateClosed.class);
        assertThat(server.requests()).isEqualTo(0);
        assertThat(server.gallery().send(ANA, VOTE, null).outcome().isAccepted()).isTrue();
        assertThat(server.requests()).isEqualTo(1);
    }

    private static Release release(GatePoint point, Runnable atTheGate) {
        return new Release() {
            @Override
            public GatePoint point() {
                return point;
            }

            @Override
            public void arrive() {
                atTheGate.run();
            }
        };
    }
}
