package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import meanwhile.reference.defect.PlantedDefect;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.reference.seam.Limits;
import org.junit.jupiter.api.Test;

class StartTest {
    @Test
    void aPortInUseIsNamed() {
        int port = Shared.node(0).getPort();
        assertThatThrownBy(
                        () ->
                                ReferenceGallery.start(
                                        GalleryOptions.defaults().withPort(port),
                                        UnaryOperator.identity()))
                .isInstanceOf(GalleryException.class)
                .hasMessage("Port " + port + " is in use.");
    }

    @Test
    void anUnreachableDatabaseIsNamedWithoutItsPassword() {
        String url = "jdbc:postgresql://127.0.0.1:1/none?user=u&password=hidden";
        assertThatThrownBy(
                        () ->
                                ReferenceGallery.start(
                                        GalleryOptions.defaults().withJdbcUrl(url),
                                        UnaryOperator.identity()))
                .isInstanceOf(GalleryException.class)
                .hasMessageContaining("127.0.0.1:1/none")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void anUnknownDefectIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> PlantedDefects.named("no-such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such")
                .hasMessageContaining("lost-update-vote-counter");
        for (PlantedDefect defect : PlantedDefects.all()) {
            assertThat(PlantedDefects.named(defect.name())).isSameAs(defect);
        }
    }

    @Test
    void anExpiredTokenIsRefused() {
        Limits limits = Limits.defaults().withTokenLifetime(Duration.ofMillis(1));
        try (ReferenceGallery gallery =
                ReferenceGallery.start(
                        GalleryOptions.defaults().withNodes(1).withLimits(limits),
                        UnaryOperator.identity())) {
            URI node = gallery.nodes().getFirst();
            Client administrator = Client.logIn(node, "administrator", "administrator");
            Client.Reply refused = administrator.get("/v1/me");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.text("detail")).contains("expired");
            Client.Reply late =
                    administrator.post("/v1/votes", Map.of("image_id", "x", "value", 1));
            assertThat(late.status()).isEqualTo(401);
        }
    }

    /** Starts another gallery, because the test needs its own limits. */
    @Test
    void aSmallGalleryKeepsItsQuotaAndRefusesItsSurplus() {
        Limits limits = Limits.defaults().withQuotaBytes(1_000).withCapacity(4, 2);
        try (ReferenceGallery gallery =
                ReferenceGallery.start(
                        GalleryOptions.defaults().withNodes(1).withLimits(limits),
                        UnaryOperator.identity())) {
            Client ana = Client.member(gallery.nodes().getFirst());
            assertThat(ana.upload(Client.png(1, 100), Map.of()).status()).isEqualTo(202);
            List<Integer> full = new ArrayList<>();
            for (int k = 0; k < 20; k++) {
                full.add(ana.upload(Client.png(k, 100), Map.of()).status());
            }
            assertThat(full).contains(507);
            assertThat(ana.get("/v1/me").json().path("stored_bytes").asInt())
                    .isLessThanOrEqualTo(1_000);

            Callable<Client.Reply> read = () -> ana.get("/v1/stats");
            List<Client.Reply> replies = Client.together(Collections.nCopies(60, read));
            assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 503));
            assertThat(replies.stream().filter(reply -> reply.status() == 503))
                    .allSatisfy(reply -> assertThat(reply.header("Retry-After")).isEqualTo("1"));
            assertThat(ana.get("/v1/stats").status()).isEqualTo(200);
        }
    }
}
