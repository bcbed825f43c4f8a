package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsTest {
    private final Client ana = Shared.member();

    private static Client.Reply poll(Client who, String after, int seconds) {
        return who.send(
                "GET", "/v1/events?after=" + after, null, Map.of("Prefer", "wait=" + seconds));
    }

    @Test
    void everyWaitingPollIsWokenByAnEvent() {
        String image = ana.ready(Map.of());
        String start = ana.get("/v1/events").text("next");
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            Client node = ana.at(Shared.node(k % 2));
            calls.add(() -> sees(node, start, image));
        }
        calls.add(
                () -> {
                    ana.post("/v1/votes", Map.of("image_id", image, "value", 1));
                    return true;
                });
        assertThat(Client.together(calls)).containsOnly(true);
    }

    /** Reads the events until the vote on this image is among them. */
    private static boolean sees(Client who, String start, String image) {
        String next = start;
        for (int k = 0; k < 50; k++) {
            Client.Reply reply = poll(who, next, 20);
            if (reply.status() != 200) {
                return false;
            }
            for (JsonNode event : reply.json().path("events")) {
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
        String image = ana.ready(Map.of());
        String next = ana.get("/v1/events").text("next");
        List<Callable<Integer>> voters = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            Client voter = Client.member(Shared.node(k % 2));
            voters.add(
                    () -> voter.post("/v1/votes", Map.of("image_id", image, "value", 1)).status());
        }
        Client.together(voters);
        List<String> seen = new ArrayList<>();
        while (seen.size() < 20) {
            Client.Reply reply = poll(ana, next, 5);
            assertThat(reply.status()).isEqualTo(200);
            for (JsonNode event : reply.json().path("events")) {
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
        Client ben = Shared.member();
        // Far in the future: no event will ever come after it.
        String cursor = "e" + Long.MAX_VALUE + "-1";
        Callable<Client.Reply> call = () -> poll(ben, cursor, 1);
        List<Client.Reply> replies = Client.together(Collections.nCopies(12, call));
        assertThat(replies.stream().filter(reply -> reply.status() == 204)).hasSize(8);
        List<Client.Reply> refused =
                replies.stream().filter(reply -> reply.status() == 429).toList();
        assertThat(refused).hasSize(4);
        assertThat(refused)
                .allSatisfy(reply -> assertThat(reply.header("Retry-After")).isEqualTo("1"));
        JsonNode metrics = new Client(Shared.node(0), null).get("/v1/metrics").json();
        assertThat(metrics.path("waiting_polls").asInt()).isZero();
        assertThat(poll(ben, "x", 0).status()).isEqualTo(422);
        assertThat(List.of(poll(ben, cursor, 0).status())).containsExactly(200);
    }
}
