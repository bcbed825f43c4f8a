package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import meanwhile.reference.seam.RefusedRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Serves health, metrics and the canary. */
final class HealthRoutes {
    private final OperationHandlers handlers;
    private final Jdbi jdbi;
    private final Gauges gauges;

    HealthRoutes(OperationHandlers handlers, Jdbi jdbi, Gauges gauges) {
        this.handlers = handlers;
        this.jdbi = jdbi;
        this.gauges = gauges;
    }

    /** The gauges that a node shows. */
    record Gauges(IntSupplier connections, IntSupplier polls, IntSupplier sessions) {}

    record Metrics(int openConnections, int waitingPolls, int databaseSessions, long storedBytes) {}

    void register(RoutesConfig routes) {
        routes.get("/healthz", context -> OperationHandlers.send(context, health()));
        routes.get("/openapi.json", context -> OperationHandlers.send(context, contract()));
        routes.get("/v1/metrics", context -> OperationHandlers.send(context, metrics()));
        routes.get("/v1/canary/{key}", handlers.admitted(this::canary));
        routes.post("/v1/canary/{key}", handlers.admitted(this::sing));
    }

    private HttpAnswer health() {
        try {
            jdbi.withHandle(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
            return HttpAnswer.ok(Map.of("status", "up"));
        } catch (JdbiException away) {
            throw RefusedRequest.overloaded();
        }
    }

    private static HttpAnswer contract() {
        return HttpAnswer.ok(document()).with("Content-Type", "application/json");
    }

    /** The contract, as shipped in the jar. */
    static byte[] document() {
        try (InputStream file = HealthRoutes.class.getResourceAsStream("/gallery/openapi.json")) {
            return Objects.requireNonNull(file, "openapi.json").readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private HttpAnswer metrics() {
        long stored =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery("SELECT coalesce(sum(size), 0) FROM blobs")
                                        .mapTo(Long.class)
                                        .one());
        return HttpAnswer.ok(
                new Metrics(
                        gauges.connections().getAsInt(),
                        gauges.polls().getAsInt(),
                        gauges.sessions().getAsInt(),
                        stored));
    }

    private HttpAnswer canary(Context context) {
        String key = context.pathParam("key");
        return HttpAnswer.ok(Map.of("value", value(key)));
    }

    private int value(String key) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT value FROM canaries WHERE key = :key")
                                .bind("key", key)
                                .mapTo(Integer.class)
                                .findOne()
                                .orElse(0));
    }

    /**
     * Knowingly racy: reads, then writes the value plus one, with nothing in between. How often a
     * run sees it lose counts shows that run's own power to detect such races.
     */
    private HttpAnswer sing(Context context) {
        String key = context.pathParam("key");
        int next = value(key) + 1;
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO canaries VALUES (:key, :value)
                                        ON CONFLICT (key) DO UPDATE SET value = excluded.value
                                        """)
                                .bind("key", key)
                                .bind("value", next)
                                .execute());
        return HttpAnswer.ok(Map.of("value", next));
    }
}
