package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final Client ana = Shared.member();

    private static Client.Reply poll(Client who, String after, int seconds) {
        return who.send(
                "GET", "/v1/events?after=" + after, null, Map.of("Prefer", "wait=" + seconds));
    }

    @Test
    void everyWaitingPollIsWokenByAnEvent() {
        var image = ana.ready(Map.of());
        var start = ana.get("/v1/events").text("next");
        var calls = new ArrayList<Callable<Boolean>>();
        for (var k = 0; k < 6; k++) {
            var node = ana.at(Shared.node(k % 2));
            calls.add(() -> sees(node, start, image));
        }
        calls.add(
                () -> {
                    ana.post("/v1/votes", Map.of("image_id", image, "value", 1));
                    return true;
                });
        assertThat(Client.together(calls)).containsOnly(true);
    }

    /** Follows the events until the vote on this image is among them. */
    private static boolean sees(Client who, String start, String image) {
        var next = start;
        for (var k = 0; k < 50; k++) {
            var reply = poll(who, next, 20);
            if (reply.status() != 200) {
                return false;
            }
            for (var event : reply.json().path("events")) {
                if (event.path("kind").asString().equals("vote.cast")
                        && event.path("image_id").asString().equals(image)) {
                    return true;
                }
            }
            next = reply.text("next");
        }
        return false;
    }

    @Test
    void aFollowerGetsEachEventOnce() {
        var image = ana.ready(Map.of());
        var next = ana.get("/v1/events").text("next");
        var voters = new ArrayList<Callable<Integer>>();
        for (var k = 0; k < 20; k++) {
            var voter = Client.member(Shared.node(k % 2));
            voters.add(
                    () -> voter.post("/v1/votes", Map.of("image_id", image, "value", 1)).status());
        }
        Client.together(voters);
        var seen = new ArrayList<String>();
        while (seen.size() < 20) {
            var reply = poll(ana, next, 5);
            assertThat(reply.status()).isEqualTo(200);
            for (var event : reply.json().path("events")) {
                if (event.path("image_id").asString().equals(image)) {
                    seen.add(event.path("member_id").asString());
                }
            }
            next = reply.text("next");
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void onesWaitingPollsAreBounded() {
        var ben = Shared.member();
        // Far in the future: nothing will ever come after it.
        var cursor = "e" + Long.MAX_VALUE + "-1";
        Callable<Client.Reply> call = () -> poll(ben, cursor, 1);
        var replies = Client.together(java.util.Collections.nCopies(12, call));
        assertThat(replies.stream().filter(reply -> reply.status() == 204)).hasSize(8);
        var refused = replies.stream().filter(reply -> reply.status() == 429).toList();
        assertThat(refused).hasSize(4);
        assertThat(refused)
                .allSatisfy(reply -> assertThat(reply.header("Retry-After")).isEqualTo("1"));
        var metrics = new Client(Shared.node(0), null).get("/v1/metrics").json();
        assertThat(metrics.path("waiting_polls").asInt()).isZero();
        assertThat(poll(ben, "x", 0).status()).isEqualTo(422);
        assertThat(List.of(poll(ben, cursor, 0).status())).containsExactly(200);
    }
}
