package meanwhile.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import meanwhile.reference.database.EmbeddedDatabase;

/** Short-lived galleries with something planted, each over a database of its own on one server. */
final class Planted {
    private static final int ATTEMPTS = 8;
    private static final AtomicInteger TURN = new AtomicInteger();
    private static final EmbeddedDatabase SERVER = start();

    private Planted() {}

    private static EmbeddedDatabase start() {
        try {
            var server = EmbeddedDatabase.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void stop(EmbeddedDatabase server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of a new, empty database. */
    static String freshDatabase() {
        var name = "planted_" + TURN.incrementAndGet();
        try (var connection = DriverManager.getConnection(SERVER.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return SERVER.jdbcUrl().replace("/postgres?", "/" + name + "?");
    }

    /** Starts a gallery, uses its nodes and closes it. */
    static void with(UnaryOperator<Parts> plant, int nodes, Consumer<List<URI>> use) {
        var options = GalleryOptions.defaults().withNodes(nodes).withJdbcUrl(freshDatabase());
        try (var gallery = ReferenceGallery.start(options, plant)) {
            use.accept(gallery.nodes());
        }
    }

    /** The same for a race: a busy machine may miss its window, so it is tried some times. */
    static void race(UnaryOperator<Parts> plant, Consumer<List<URI>> use) {
        with(
                plant,
                2,
                nodes -> {
                    for (var attempt = 1; ; attempt++) {
                        try {
                            use.accept(nodes);
                            return;
                        } catch (AssertionError missed) {
                            if (attempt == ATTEMPTS) {
                                throw missed;
                            }
                        }
                    }
                });
    }
}
