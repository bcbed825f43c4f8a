package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdministrationTest {
    private final Client root = Shared.administrator();
    private final Client ana = Shared.member();

    private String create(String kind) {
        return root.post("/v1/" + kind, Map.of("name", kind + UUID.randomUUID())).text("id");
    }

    private int found(String parameter, String id) {
        return ana.get("/v1/images/search?" + parameter + "=" + id).json().size();
    }

    @Test
    void aMergedCategoryPassesItsImagesOn() {
        String from = create("categories");
        String into = create("categories");
        ana.ready(Map.of("category_ids", from));
        ana.ready(Map.of("category_ids", from + "," + into));
        assertThat(found("category_ids", from)).isEqualTo(2);
        Client.Reply merged = root.post("/v1/categories/" + from + "/merge", Map.of("into", into));
        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.json().path("images").asInt()).isEqualTo(2);
        assertThat(found("category_ids", from)).isZero();
        assertThat(found("category_ids", into)).isEqualTo(2);
        assertThat(root.delete("/v1/categories/" + from).status()).isEqualTo(410);
        assertThat(root.delete("/v1/categories/" + into).status()).isEqualTo(409);
        assertThat(ana.post("/v1/categories", Map.of("name", "x")).status()).isEqualTo(403);
    }

    @Test
    void aRenamedBreedIsSeenOnItsImagesAtOnceAtEveryNode() {
        String breed = create("breeds");
        String other = create("breeds");
        String id = ana.ready(Map.of("breed_id", breed));
        ana.at(Shared.node(1)).get("/v1/images/" + id);
        String name = "renamed" + UUID.randomUUID();
        root.json("PATCH", "/v1/breeds/" + breed, Map.of("name", name), Map.of());
        for (int k = 0; k < 2; k++) {
            JsonNode image = ana.at(Shared.node(k)).get("/v1/images/" + id).json();
            assertThat(image.path("breeds").path(0).path("name").asString()).isEqualTo(name);
        }
        assertThat(root.delete("/v1/breeds/" + breed + "?move_to=" + other).status())
                .isEqualTo(204);
        assertThat(found("breed_ids", other)).isEqualTo(1);
    }

    @Test
    void aBannedMemberIsRefusedEverywhereUntilReadmitted() {
        String path = "/v1/admin/users/" + ana.get("/v1/me").text("id") + "/ban";
        assertThat(root.put(path, Map.of("banned", true)).status()).isEqualTo(200);
        assertThat(ana.at(Shared.node(1)).get("/v1/me").status()).isEqualTo(403);
        assertThat(root.put(path, Map.of("banned", false)).status()).isEqualTo(200);
        assertThat(ana.get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void aFormerAdministratorIsRefused() {
        String path = "/v1/admin/users/" + ana.get("/v1/me").text("id") + "/role";
        root.put(path, Map.of("role", "administrator"));
        assertThat(ana.post("/v1/admin/purge", Map.of()).status()).isEqualTo(200);
        assertThat(ana.post("/v1/admin/reindex", Map.of()).status()).isEqualTo(200);
        root.put(path, Map.of("role", "member"));
        assertThat(ana.at(Shared.node(1)).post("/v1/admin/purge", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void duringMaintenanceMembersReadAndDoNotWrite() {
        String id = ana.ready(Map.of());
        root.put("/v1/admin/maintenance", Map.of("read_only", true));
        try {
            Client.Reply refused =
                    ana.at(Shared.node(1)).post("/v1/votes", Map.of("image_id", id, "value", 1));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("code")).isEqualTo("maintenance");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(ana.get("/v1/images/" + id).status()).isEqualTo(200);
        } finally {
            root.put("/v1/admin/maintenance", Map.of("read_only", false));
        }
        assertThat(ana.post("/v1/votes", Map.of("image_id", id, "value", 1)).status())
                .isEqualTo(201);
    }
}
