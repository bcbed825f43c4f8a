package meanwhile.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import meanwhile.reference.defect.HollowServer;
import meanwhile.reference.defect.HollowServers;
import meanwhile.reference.defect.HollowWay;
import meanwhile.reference.web.RouteTable;
import meanwhile.reference.web.RouteTable.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hollow server is hollow in its scope, in its way, and sound elsewhere. */
class HollowServersTest {
    /** Without them no run begins, and they are hollow only alone. */
    private static final Set<Route> SPARED =
            Set.of(
                    new Route("POST", "/v1/users"),
                    new Route("POST", "/v1/sessions"),
                    new Route("GET", "/v1/canary/{key}"),
                    new Route("POST", "/v1/canary/{key}"));

    /** What a node tells about itself is no operation of members. */
    private static final Set<String> UNATTENDED =
            Set.of("/healthz", "/openapi.json", "/v1/metrics");

    static Stream<String> broad() {
        return HollowServers.broad().stream().map(HollowServer::name);
    }

    @Test
    void thereIsEachWayInTheScopesWhereItMakesADifference() {
        assertThat(broad())
                .hasSize(8 * 4 + 1 + 2 + 2)
                .doesNotHaveDuplicates()
                .contains(
                        "hollow refuses: everything",
                        "hollow empties: every read",
                        "hollow forgets: every write but uploads",
                        "hollow keeps the last: every write")
                .doesNotContain(
                        "hollow empties: everything",
                        "hollow empties: every write",
                        "hollow forgets: every read");
    }

    @Test
    void namesAreReadAndWrittenAlike() {
        assertThat(Stream.concat(HollowServers.broad().stream(), HollowServers.single().stream()))
                .allSatisfy(
                        server -> {
                            assertThat(HollowServers.areMeant(server.name())).isTrue();
                            assertThat(HollowServers.named(server.name()).name())
                                    .isEqualTo(server.name());
                        });
    }

    @Test
    void anUnknownNameIsAnsweredWithWaysAndScopesInOneLine() {
        assertThatThrownBy(() -> HollowServers.named("hollow sulks: every write"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("no hollow server is named \"hollow sulks: every write\"; ")
                .contains("the ways are refuses, throttles, is away, breaks")
                .contains("keeps the last")
                .contains("scopes are everything, every write, every write but uploads, every read")
                .contains("POST /v1/votes")
                .doesNotContain("\n");
        assertThatThrownBy(() -> HollowServers.named("hollow empties: POST /v1/votes"))
                .message()
                .contains("the scopes of “empties” are every read, GET /v1/me")
                .doesNotContain("everything");
    }

    @Test
    void everyRouteOfTheContractIsHollowAloneAndAmongAllUnlessNoRunBeginsWithoutIt() {
        for (Route route : RouteTable.all()) {
            boolean attended = !UNATTENDED.contains(route.path());
            assertThat(covers("everything", route))
                    .as("%s", route)
                    .isEqualTo(attended && !SPARED.contains(route));
            assertThat(covers("every read", route) || covers("every write", route))
                    .isEqualTo(covers("everything", route));
            assertThat(covers("every read", route) && covers("every write", route)).isFalse();
            assertThat(HollowServers.single().stream().map(HollowServer::name))
                    .as("%s", route)
                    .satisfies(
                            names ->
                                    assertThat(names.contains("hollow refuses: " + route))
                                            .isEqualTo(attended));
        }
    }

    private static boolean covers(String scope, Route route) {
        return HollowServers.named("hollow refuses: " + scope).scope().routes().contains(route);
    }

    @Test
    void aRouteThatNoContractNamesYetIsCoveredTooByItsMethod() {
        Route later = new Route("POST", "/v1/stickers");
        assertThat(
                        HollowServers.named("hollow refuses: every write but uploads")
                                .scope()
                                .covered()
                                .test(later))
                .isTrue();
    }

    static Stream<String> speechless() {
        return HollowServers.broad().stream()
                .filter(server -> server.way().compareTo(HollowWay.EMPTIES) < 0)
                .map(HollowServer::name);
    }

    /** The way that each answers where it is hollow. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("speechless")
    void aServerIsHollowInItsScopeAndNowhereElse(String name) {
        HollowServer server = HollowServers.named(name);
        String scope = server.scope().name();
        boolean uploads = Set.of("everything", "every write").contains(scope);
        boolean writes = uploads || scope.equals("every write but uploads");
        boolean reads = Set.of("everything", "every read").contains(scope);
        Planted.with(
                server.plant(),
                1,
                nodes -> {
                    Client ana = Client.member(nodes.getFirst());
                    Map<String, String> text = Map.of("text", "well");
                    assertAnswer(server.way(), uploads, 202, () -> uploaded(ana));
                    assertAnswer(
                            server.way(),
                            writes,
                            404,
                            () -> ana.post("/v1/images/none/comments", text));
                    assertAnswer(server.way(), writes, 404, () -> ana.delete("/v1/votes/none"));
                    assertAnswer(server.way(), reads, 200, () -> ana.get("/v1/me"));
                });
    }

    private static Client.Reply uploaded(Client member) {
        return member.upload(Client.png(UUID.randomUUID().hashCode()), Map.of("title", "one"));
    }

    private static void assertAnswer(
            HollowWay way, boolean hollow, int sound, Supplier<Client.Reply> call) {
        if (hollow && way == HollowWay.CUTS) {
            assertThatThrownBy(call::get).isInstanceOf(UncheckedIOException.class);
            return;
        }
        Client.Reply reply = call.get();
        if (!hollow) {
            assertThat(reply.status()).isEqualTo(sound);
            return;
        }
        switch (way) {
            case REFUSES -> assertThat(reply.status()).isEqualTo(403);
            case THROTTLES -> assertThat(later(reply)).isEqualTo("429 60");
            case IS_AWAY -> assertThat(later(reply)).isEqualTo("503 60");
            case BREAKS -> assertThat(reply.status()).isEqualTo(500);
            case IS_ODD -> assertThat(reply.status()).isEqualTo(418);
            case GARBLES -> {
                assertThat(reply.status()).isBetween(200, 202);
                assertThat(reply.header("Content-Type")).startsWith("text/html");
                assertThat(reply.raw().body()).startsWith("<!DOCTYPE".getBytes(UTF_8));
            }
            default -> throw new AssertionError(way);
        }
    }

    private static String later(Client.Reply reply) {
        return reply.status() + " " + reply.header("Retry-After");
    }

    @Test
    void emptiedReadsFindNothingOfWhatWasWritten() {
        at(
                "hollow empties: every read",
                ana -> {
                    Client.Reply upload = uploaded(ana);
                    assertThat(upload.status()).isEqualTo(202);
                    String image = "/v1/images/" + upload.text("id");
                    Client.Reply list = ana.get("/v1/images?limit=1");
                    assertThat(list.json().isArray() && list.json().isEmpty()).isTrue();
                    assertThat(list.header("Pagination-Count")).isEqualTo("0");
                    Client.Reply record = ana.get(image);
                    assertThat(record.text("id")).isEqualTo(upload.text("id"));
                    assertThat(record.json().path("votes").path("up").asInt(-1)).isZero();
                    assertThat(ana.get("/v1/me").json().path("images").asInt(-1)).isZero();
                    String start = ana.get("/v1/events").text("next");
                    ana.post(image + "/comments", Map.of("text", "well"));
                    assertThat(ana.get("/v1/events?after=" + start).json().path("events"))
                            .isEmpty();
                });
    }

    @Test
    void forgottenWritesAreAcknowledgedAndLost() {
        at(
                "hollow forgets: every write but uploads",
                ana -> {
                    String image = ana.ready(Map.of("title", "one"));
                    Map<String, Object> vote = Map.of("image_id", image, "value", 1);
                    Client.Reply first = ana.post("/v1/votes", vote);
                    Client.Reply second = ana.post("/v1/votes", vote);
                    assertThat(List.of(first.status(), second.status())).containsOnly(201);
                    assertThat(first.text("image_id")).isEqualTo(image);
                    assertThat(first.text("id")).isNotBlank().isNotEqualTo(second.text("id"));
                    assertThat(ana.get("/v1/votes").json()).isEmpty();
                    assertThat(ana.delete("/v1/images/" + image).status()).isEqualTo(204);
                    assertThat(ana.get("/v1/images/" + image).text("status")).isEqualTo("ready");
                });
    }

    @Test
    void everyAnswerOfARouteRepeatsTheFirstWhoeverAsks() {
        at(
                "hollow repeats: everything",
                ana -> {
                    Client.Reply first = uploaded(ana);
                    Client.Reply second = uploaded(ana);
                    assertThat(second.status()).isEqualTo(202);
                    assertThat(second.text("id")).isEqualTo(first.text("id"));
                    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
                    assertThat(ana.get("/v1/images/none").status()).isEqualTo(404);
                    assertThat(ana.get("/v1/images/" + first.text("id")).status()).isEqualTo(404);
                    assertThat(ana.get("/v1/images").json()).hasSize(1);
                });
    }

    @Test
    void onlyTheLastOfAKindIsKept() {
        at(
                "hollow keeps the last: every write",
                ana -> {
                    String first = ana.ready(Map.of("title", "one"));
                    ana.post("/v1/images/" + first + "/comments", Map.of("text", "one"));
                    String text = "/v1/images/" + first + "/comments";
                    assertThat(ana.post(text, Map.of("text", "two")).status()).isEqualTo(201);
                    assertThat(ana.get(text).json()).hasSize(1);
                    assertThat(ana.get(text).header("Pagination-Count")).isEqualTo("1");
                    assertThat(ana.get("/v1/images/" + first).json().path("comments").asInt())
                            .isEqualTo(1);
                    assertThat(ana.ready(Map.of("title", "two"))).isNotEqualTo(first);
                    assertThat(ana.get("/v1/images").json()).hasSize(1);
                    assertThat(ana.get("/v1/me").json().path("images").asInt()).isEqualTo(1);
                    assertThat(ana.get("/v1/images/" + first).status()).isEqualTo(404);
                });
    }

    @Test
    void aServerOfOneOperationServesAllOthers() {
        at(
                "hollow refuses: POST /v1/votes",
                ana -> {
                    String image = ana.ready(Map.of("title", "one"));
                    Map<String, Object> vote = Map.of("image_id", image, "value", 1);
                    assertThat(ana.post("/v1/votes", vote).status()).isEqualTo(403);
                    assertThat(ana.get("/v1/votes").status()).isEqualTo(200);
                    assertThat(ana.delete("/v1/votes/none").status()).isEqualTo(404);
                });
    }

    private static void at(String name, Consumer<Client> deeds) {
        Planted.with(
                HollowServers.named(name).plant(),
                2,
                nodes -> deeds.accept(Client.member(nodes.getLast())));
    }
}
