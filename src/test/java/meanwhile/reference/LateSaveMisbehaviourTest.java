package meanwhile.reference;

import static meanwhile.reference.Unforeseen.change;
import static meanwhile.reference.Unforeseen.number;
import static meanwhile.reference.Unforeseen.showsOnlyWherePlanted;
import static meanwhile.reference.Unforeseen.vote;
import static meanwhile.reference.Unforeseen.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import meanwhile.reference.defect.Window;
import org.junit.jupiter.api.Test;

/** Wake-ups are lost and rows are saved late and as a whole, and only where that is planted. */
class LateSaveMisbehaviourTest {
    @Test
    void newsDuringADeliveryIsHeardLate() {
        showsOnlyWherePlanted(
                "wake-up-dropped-during-delivery", (nodes, meeting) -> secondNewsIsMissed(nodes));
    }

    private static boolean secondNewsIsMissed(List<URI> nodes) {
        Client ana = Client.member(nodes.getFirst());
        Client ben = Client.member(nodes.getFirst());
        String image = ana.ready(Map.of());
        String after = ben.get("/v1/events").text("next");
        AtomicBoolean heard = new AtomicBoolean();
        System.setProperty(Window.WIDTH, "1000000");
        try {
            List<Client.Reply> replies =
                    Client.together(
                            List.<Callable<Client.Reply>>of(
                                    () -> {
                                        Client.Reply first = poll(ben, after);
                                        heard.set(true);
                                        return poll(ben, first.text("next"));
                                    },
                                    () -> {
                                        Planted.await("one who waits", () -> waiting(ana) == 1);
                                        vote(ana, image, 1);
                                        Planted.await(
                                                "one who waits again",
                                                () -> heard.get() && waiting(ana) == 1);
                                        return vote(ana, image, -1);
                                    }));
            assertThat(ben.get("/v1/events?after=" + after).json().path("events")).hasSize(2);
            return replies.getFirst().status() == 204;
        } finally {
            System.clearProperty(Window.WIDTH);
        }
    }

    private static Client.Reply poll(Client member, String after) {
        return member.send("GET", "/v1/events?after=" + after, null, Map.of("Prefer", "wait=3"));
    }

    private static int waiting(Client anyone) {
        return number(anyone, "/v1/metrics", "waiting_polls");
    }

    @Test
    void aSessionOutlivesItsEnd() {
        showsOnlyWherePlanted(
                "renewal-outlives-log-out",
                (nodes, meeting) -> {
                    Client stranger = new Client(nodes.getFirst(), null);
                    Map<String, String> name =
                            Map.of("name", "n" + UUID.randomUUID(), "password", "p");
                    stranger.post("/v1/users", name);
                    Client.Reply begun = stranger.post("/v1/sessions", name);
                    Client ana = new Client(nodes.getLast(), begun.text("access_token"));
                    List<Client.Reply> replies =
                            meeting.of(
                                    () ->
                                            stranger.post(
                                                    "/v1/sessions/refresh",
                                                    Map.of(
                                                            "refresh_token",
                                                            begun.text("refresh_token"))),
                                    () -> ana.delete("/v1/sessions/current"));
                    assertThat(replies.getLast().status()).isEqualTo(204);
                    return ana.get("/v1/me").status() == 200;
                });
    }

    @Test
    void aTitleIsTheOldOneAgain() {
        showsOnlyWherePlanted(
                "processing-saves-the-words",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getFirst());
                    String before = word();
                    String after = word();
                    List<Client.Reply> replies =
                            meeting.of(
                                    () -> ana.upload(Client.png(1, 300), Map.of("title", before)),
                                    () -> {
                                        Planted.await(
                                                "the upload",
                                                () -> !ana.get("/v1/images").json().isEmpty());
                                        String image =
                                                ana.get("/v1/images")
                                                        .json()
                                                        .path(0)
                                                        .path("id")
                                                        .asString();
                                        return change(ana, image, Map.of("title", after));
                                    });
                    assertThat(replies.getLast().status()).isEqualTo(200);
                    String image = ana.settled(replies.getFirst().text("id"));
                    String title = ana.get("/v1/images/" + image).text("title");
                    assertThat(ana.get("/v1/images/search?q=" + title).json()).hasSize(1);
                    return title.equals(before);
                });
    }

    @Test
    void aNewLimitForgetsAnUpload() {
        showsOnlyWherePlanted(
                "new-limit-saves-old-usage",
                (nodes, meeting) -> {
                    Client ana = Client.member(nodes.getLast());
                    Client root = Unforeseen.administrator(nodes);
                    String path = "/v1/admin/users/" + ana.get("/v1/me").text("id") + "/allowance";
                    List<Client.Reply> replies =
                            meeting.of(
                                    () ->
                                            root.put(
                                                    path,
                                                    Map.of("uploads", 9, "window_seconds", 60)),
                                    () -> ana.upload(Client.png(1), Map.of()));
                    assertThat(replies).allMatch(reply -> reply.status() < 300);
                    assertThat(ana.get("/v1/images").json()).hasSize(1);
                    return number(ana, "/v1/me", "images") == 0;
                });
    }
}
