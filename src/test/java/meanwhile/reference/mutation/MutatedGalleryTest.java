package meanwhile.reference.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import meanwhile.reference.GalleryException;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.ReferenceGallery;
import meanwhile.reference.RunningGallery;
import meanwhile.reference.database.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mutants are planted by name, and those that cannot run say why. */
class MutatedGalleryTest {
    private static EmbeddedDatabase server;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedDatabase.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    private static GalleryOptions options() {
        return GalleryOptions.defaults().withJdbcUrl(server.create());
    }

    private static List<Mutant> enumerated() {
        AtomicReference<List<Mutant>> all = new AtomicReference<>(List.of());
        ReferenceGallery.start(
                        options().withNodes(1),
                        parts -> {
                            all.set(Mutants.of(parts.jdbi()));
                            return parts;
                        })
                .close();
        return all.get();
    }

    @Test
    void mutantsAreEnumeratedByTheHundredsAndFoundByTheirNames() {
        List<Mutant> all = enumerated();
        assertThat(all).hasSizeGreaterThan(600);
        assertThat(all).extracting(Mutant::name).doesNotHaveDuplicates();
        assertThat(all).allMatch(mutant -> Mutants.areMeant(mutant.name()));
        assertThat(all)
                .allSatisfy(
                        mutant ->
                                assertThat(Mutants.named(mutant.name()).operator())
                                        .isEqualTo(mutant.operator()));
    }

    /** One of each operator: the others of an operator are planted by the same code. */
    @Test
    void aGalleryWithAMutantRuns() throws Exception {
        Map<Operator, String> one =
                enumerated().stream()
                        .collect(
                                Collectors.toMap(
                                        Mutant::operator, Mutant::name, (first, other) -> other));
        for (String name : one.values()) {
            try (RunningGallery gallery = MutatedGallery.start(options(), name)) {
                for (URI node : gallery.nodes()) {
                    assertThat(status(node.resolve("/healthz"))).as(name).isEqualTo(200);
                }
            } catch (GalleryException rejected) {
                assertThat(rejected).as(name).hasMessageContaining("never accepted");
            }
        }
    }

    private static int status(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void whatTheVirtualMachineRejectsDoesNotRun() {
        assertThatThrownBy(
                        () ->
                                MutatedGallery.start(
                                        options(),
                                        "pass refusal: RefusedRequest.overloaded in"
                                                + " SqlTransactions.opened"))
                .isInstanceOf(GalleryException.class)
                .hasMessageContaining("not valid");
    }

    @Test
    void whatTheDatabaseRejectsDoesNotRun() {
        String name =
                enumerated().stream()
                        .map(Mutant::name)
                        .filter(one -> one.startsWith("leave column out: owner_id in SqlShelf"))
                        .findFirst()
                        .orElseThrow();
        assertThatThrownBy(() -> MutatedGallery.start(options(), name))
                .isInstanceOf(GalleryException.class)
                .hasMessageContaining("owner_id of images must have a value");
    }

    @Test
    void anUnknownNameIsRefused() {
        for (String name : List.of("drop constraint: nothing", "leave out call: nothing")) {
            assertThatThrownBy(() -> MutatedGallery.start(options(), name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name);
        }
    }
}
