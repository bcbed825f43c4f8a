package meanwhile.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import meanwhile.reference.database.EmbeddedDatabase;
import meanwhile.reference.defect.PlantedDefects;
import meanwhile.reference.defect.Window;

/**
 * Runs short-lived galleries with something planted, each over a database of its own on one server.
 */
final class Planted {
    private static final int ATTEMPTS = 8;
    private static final EmbeddedDatabase SERVER = start();

    private Planted() {}

    private static EmbeddedDatabase start() {
        try {
            EmbeddedDatabase server = EmbeddedDatabase.start();
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
        return SERVER.create();
    }

    /** Starts a gallery, uses its nodes and closes it. */
    static void with(UnaryOperator<Parts> plant, int nodes, Consumer<List<URI>> use) {
        GalleryOptions options =
                GalleryOptions.defaults().withNodes(nodes).withJdbcUrl(freshDatabase());
        try (ReferenceGallery gallery = ReferenceGallery.start(options, plant)) {
            use.accept(gallery.nodes());
        }
    }

    /** Does the same for a planted race, several times, as a busy machine may miss its window. */
    static void race(String name, Consumer<List<URI>> use) {
        with(
                PlantedDefects.named(name).plant(),
                2,
                nodes -> {
                    for (int attempt = 1; ; attempt++) {
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

    /**
     * Makes one call while another is within its window, which stays open long enough for a busy
     * machine; returns both answers.
     */
    static List<Client.Reply> inWindow(
            Callable<Client.Reply> first, Callable<Client.Reply> second) {
        System.setProperty(Window.WIDTH, "300000");
        long before = Window.opened();
        try {
            return Client.together(
                    List.of(
                            first,
                            () -> {
                                await("a window", () -> Window.opened() > before);
                                return second.call();
                            }));
        } finally {
            System.clearProperty(Window.WIDTH);
        }
    }

    /** Waits until the condition holds. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain: " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
