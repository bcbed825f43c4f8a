package meanwhile.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import meanwhile.language.BreakOff;
import meanwhile.language.Gallery;
import meanwhile.language.GatePoint;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A sender that breaks off learns nothing, and the server has received or done exactly as much as
 * intended.
 */
@Timeout(60)
class BreakingOffTest {
    private static final Operation SIGN_UP = new Operation.SignUp("ana", new Secret("secret"));
    private static final Stub.Answer WELCOME = Stub.Answer.json(201, "{\"id\":\"7\"}");

    @Test
    void halfwayTheServerHearsNoWholeRequest() throws Exception {
        try (Stub server = new Stub(question -> WELCOME);
                HttpGallery gallery = ReferenceFixture.at(URI.create(server.address()))) {
            assertThat(sent(gallery, BreakOff.HALFWAY)).isEqualTo(Outcome.Cause.BROKEN_OFF);
            assertThat(gallery.send(new Gallery.Sender(0, null), SIGN_UP, null).outcome())
                    .isInstanceOf(Outcome.Accepted.class);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void afterSendingNoAnswerIsAwaited() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (Stub server =
                        new Stub(
                                question -> {
                                    await(gone);
                                    return WELCOME;
                                });
                HttpGallery gallery = ReferenceFixture.at(URI.create(server.address()))) {
            assertThat(sent(gallery, BreakOff.AFTER_SENDING)).isEqualTo(Outcome.Cause.BROKEN_OFF);
            gone.countDown();
        }
    }

    @Test
    void afterAnsweringTheServerHasDoneItsWork() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (Stub server =
                        new Stub(
                                question -> {
                                    done.set(true);
                                    return WELCOME;
                                });
                HttpGallery gallery = ReferenceFixture.at(URI.create(server.address()))) {
            assertThat(sent(gallery, BreakOff.AFTER_ANSWERING)).isEqualTo(Outcome.Cause.BROKEN_OFF);
            assertThat(done).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outcome.Cause sent(HttpGallery gallery, BreakOff moment) throws Exception {
        Outcome outcome =
                gallery.send(new Gallery.Sender(0, null), SIGN_UP, new Cut(moment)).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        return ((Outcome.Unknown) outcome).cause();
    }

    private record Cut(BreakOff breaksOff) implements Release {
        @Override
        public GatePoint point() {
            return GatePoint.END_OF_REQUEST;
        }

        @Override
        public void arrive() {}
    }
}
