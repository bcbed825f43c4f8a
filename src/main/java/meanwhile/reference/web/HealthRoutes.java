package meanwhile.reference.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.IntSupplier;
import meanwhile.reference.seam.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Health, metrics and the canary. */
final class HealthRoutes {
    private final Desk desk;
    private final Jdbi jdbi;
    private final Gauges gauges;

    HealthRoutes(Desk desk, Jdbi jdbi, Gauges gauges) {
        this.desk = desk;
        this.jdbi = jdbi;
        this.gauges = gauges;
    }

    /** What a node counts of itself. */
    record Gauges(IntSupplier connections, IntSupplier polls, IntSupplier sessions) {}

    record Metrics(int openConnections, int waitingPolls, int databaseSessions, long storedBytes) {}

    void register(RoutesConfig routes) {
        routes.get("/healthz", context -> Desk.send(context, health()));
        routes.get("/v1/metrics", context -> Desk.send(context, metrics()));
        routes.get("/v1/canary/{key}", desk.admitted(this::canary));
        routes.post("/v1/canary/{key}", desk.admitted(this::sing));
    }

    private Answer health() {
        try {
            jdbi.withHandle(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
            return Answer.ok(Map.of("status", "up"));
        } catch (JdbiException away) {
            throw Refusal.overloaded();
        }
    }

    private Answer metrics() {
        var stored =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery("SELECT coalesce(sum(size), 0) FROM blobs")
                                        .mapTo(Long.class)
                                        .one());
        return Answer.ok(
                new Metrics(
                        gauges.connections().getAsInt(),
                        gauges.polls().getAsInt(),
                        gauges.sessions().getAsInt(),
                        stored));
    }

    private Answer canary(Context context) {
        var key = context.pathParam("key");
        return Answer.ok(Map.of("value", value(key)));
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
     * Knowingly racy: reads, then writes what it read plus one, with nothing in between. How often
     * a run sees it lose counts is that run's own power to detect such races.
     */
    private Answer sing(Context context) {
        var key = context.pathParam("key");
        var next = value(key) + 1;
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
        return Answer.ok(Map.of("value", next));
    }
}
