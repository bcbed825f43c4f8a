package meanwhile.reference.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import meanwhile.reference.database.Listener;
import meanwhile.reference.database.Pool;
import meanwhile.reference.seam.ImageCache;
import meanwhile.reference.seam.Limits;
import meanwhile.reference.seam.Passwords;
import meanwhile.reference.seam.Processor;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Seams;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Transactions;
import meanwhile.reference.seam.WaitingRoom;
import meanwhile.reference.seam.WaitingRoom.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one node: a server with its own parts, caches, worker and listener. */
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final String HOST = "127.0.0.1";

    private final Javalin server;
    private final Worker worker;
    private final Waiting polls;
    private final Listener listener;

    /**
     * Starts a node.
     *
     * @param seams finds the node's parts
     * @param transactions made over these parts
     * @param pool the node's connections, whose name the node takes
     * @param port 0 for any free one
     * @throws SQLException if the database does not answer
     */
    public Node(
            Seams seams,
            Transactions transactions,
            Limits limits,
            Tokens tokens,
            Pool pool,
            int port)
            throws SQLException {
        OperationHandlers handlers =
                new OperationHandlers(seams, transactions, tokens, 2 * limits.uploadBytes());
        polls = seams.the(WaitingRoom.class).open(seams, transactions, pool.name() + "-polls");
        HealthRoutes.Gauges gauges =
                new HealthRoutes.Gauges(this::connections, polls::waiting, pool::active);
        server =
                Javalin.create(
                        config -> {
                            basics(config, limits.uploadBytes());
                            errors(config, handlers);
                            new MemberRoutes(handlers, new Passwords(limits.passwordIterations()))
                                    .register(config.routes);
                            new ImageRoutes(handlers, limits).register(config.routes);
                            new VoteRoutes(handlers).register(config.routes);
                            new SocialRoutes(handlers).register(config.routes);
                            new TaxonomyRoutes(handlers).register(config.routes);
                            new EventRoutes(handlers, polls).register(config.routes);
                            new AdminRoutes(handlers).register(config.routes);
                            new HealthRoutes(handlers, pool.jdbi(), gauges).register(config.routes);
                        });
        worker = new Worker(seams.the(Processor.class), transactions, pool.name() + "-worker");
        listener = listen(seams, pool.jdbcUrl());
        try {
            server.start(HOST, port);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private Listener listen(Seams seams, String jdbcUrl) throws SQLException {
        try {
            return new Listener(
                    jdbcUrl,
                    Arrays.stream(Topic.values()).map(Topic::channel).toList(),
                    (channel, message) -> hear(seams, channel, message),
                    () -> {
                        seams.the(ImageCache.class).clear();
                        worker.wake();
                        polls.wake();
                    });
        } catch (SQLException failure) {
            worker.close();
            polls.close();
            throw failure;
        }
    }

    private void hear(Seams seams, String channel, String message) {
        if (channel.equals(Topic.IMAGE.channel())) {
            seams.the(ImageCache.class).invalidate(message);
        } else if (channel.equals(Topic.JOB.channel())) {
            worker.wake();
        } else if (channel.equals(Topic.EVENT.channel())) {
            polls.wake();
        } else if (channel.equals(Topic.REVOKED.channel())) {
            polls.end(message);
        }
    }

    private static void basics(JavalinConfig config, int uploadBytes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.http.maxRequestSize = uploadBytes;
        // Multipart parts stay in memory: they are bounded, and no file is left behind.
        config.jetty.multipartConfig.maxFileSize(uploadBytes, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(
                (long) uploadBytes + Forms.FIELDS, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(uploadBytes, SizeUnit.BYTES);
        config.jetty.modifyServer(
                server -> {
                    // Everything acknowledged is committed, so there is nothing to wait for.
                    server.setStopTimeout(0);
                    server.setErrorHandler(new LastResort());
                });
    }

    private static void errors(JavalinConfig config, OperationHandlers handlers) {
        config.routes.exception(
                RefusedRequest.class, (refusal, context) -> handlers.refuse(context, refusal));
        config.routes.exception(
                HttpResponseException.class,
                (refusal, context) -> handlers.refuse(context, translated(refusal, context)));
        config.routes.exception(
                Exception.class,
                (failure, context) -> {
                    LOG.error("{} {} failed", context.method(), context.path(), failure);
                    Problem.send(
                            context,
                            Map.of(),
                            Problem.of(
                                    500,
                                    "error",
                                    null,
                                    "The gallery made a mistake.",
                                    context.path()));
                });
    }

    private static RefusedRequest translated(HttpResponseException refusal, Context context) {
        return switch (refusal.getStatus()) {
            case 404 -> RefusedRequest.unknown("path " + context.path());
            case 405 ->
                    new RefusedRequest(
                            405,
                            "unsupported",
                            "path " + context.path(),
                            "The path does not know " + context.method().name() + ".",
                            Map.of());
            case 413 -> RefusedRequest.tooLarge(context.contentLength());
            default ->
                    new RefusedRequest(
                            refusal.getStatus(),
                            "invalid",
                            null,
                            "The request is malformed.",
                            Map.of());
        };
    }

    private int connections() {
        return Arrays.stream(server.jettyServer().server().getConnectors())
                .mapToInt(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    /** The node's base address. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + server.port());
    }

    @Override
    public void close() {
        server.stop();
        listener.close();
        worker.close();
        polls.close();
    }
}
