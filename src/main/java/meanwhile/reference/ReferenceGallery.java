package meanwhile.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.reference.database.EmbeddedDatabase;
import meanwhile.reference.database.Pool;
import meanwhile.reference.seam.Limits;
import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.Passwords;
import meanwhile.reference.web.Node;
import meanwhile.reference.web.Tokens;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;

/** Runs the gallery: some nodes over one database. Closing it leaves nothing behind. */
public final class ReferenceGallery implements RunningGallery {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<URI> nodes = new ArrayList<>();
    private Optional<ProcessHandle> database = Optional.empty();

    /** Closes the gallery when the JVM ends without closing it, for example by Ctrl-C. */
    private final Thread lastChance = new Thread(this::closeAll, "gallery-shutdown");

    private ReferenceGallery() {
        Runtime.getRuntime().addShutdownHook(lastChance);
    }

    /**
     * Starts a gallery.
     *
     * @param alterations applied to the sound parts of each node; identity keeps them sound
     * @throws GalleryException if it cannot be set up; nothing is left behind
     */
    public static ReferenceGallery start(GalleryOptions options, UnaryOperator<Parts> alterations) {
        ReferenceGallery gallery = new ReferenceGallery();
        try {
            gallery.open(options, alterations);
            return gallery;
        } catch (JdbiException failure) {
            gallery.close();
            throw new GalleryException("The gallery does not open: " + innermost(failure), failure);
        } catch (RuntimeException failure) {
            gallery.close();
            throw failure;
        }
    }

    private void open(GalleryOptions options, UnaryOperator<Parts> alterations) {
        String given = options.jdbcUrl();
        String url = given == null ? embed() : reachable(given);
        migrate(url);
        for (int k = 0; k < options.nodes(); k++) {
            String name = "gallery-" + (k + 1);
            Pool pool = new Pool(url, options.limits().poolSize(), name);
            opened.push(pool);
            Parts parts = alterations.apply(Parts.sound(pool.jdbi(), options.limits()));
            if (k == 0) {
                furnish(pool, options);
                database = server(pool);
            }
            int port = options.port() == 0 ? 0 : options.port() + k;
            Node node = startNode(parts, pool, port);
            opened.push(node);
            nodes.add(node.address());
        }
    }

    /** The process of the database's server, if it runs on this machine. */
    private static Optional<ProcessHandle> server(Pool pool) {
        long connected =
                pool.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery("SELECT pg_backend_pid()")
                                                .mapTo(Long.class)
                                                .one());
        return ProcessHandle.of(connected)
                .filter(one -> one.info().command().orElse("").contains("postgres"))
                .flatMap(ProcessHandle::parent);
    }

    @Override
    public List<ProcessHandle> databasePrograms() {
        return Stream.concat(database.stream(), database.stream().flatMap(ProcessHandle::children))
                .toList();
    }

    private String embed() {
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start();
            opened.push(database);
            return database.jdbcUrl();
        } catch (IOException | IllegalStateException | ExceptionInInitializerError failure) {
            // The last message is what the embedded PostgreSQL reports when it could not be
            // unpacked.
            throw new GalleryException(
                    "The embedded PostgreSQL does not start: " + innermost(failure), failure);
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static String reachable(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.getMetaData();
            return url;
        } catch (SQLException failure) {
            throw new GalleryException(
                    "The database " + withoutSecrets(url) + " cannot be reached.", failure);
        }
    }

    /** The URL without passwords, for messages. */
    static String withoutSecrets(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("//[^/@]*@", "//…@");
    }

    private static void migrate(String url) {
        try {
            Flyway.configure()
                    .dataSource(url, null, null)
                    .locations("classpath:gallery/migration")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new GalleryException(
                    "The database " + withoutSecrets(url) + " cannot be migrated.", failure);
        }
    }

    /** Creates the settings' single row and the administrator, unless an earlier start did. */
    private static void furnish(Pool pool, GalleryOptions options) {
        Limits limits = options.limits();
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        pool.jdbi()
                .useHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO settings (uploads, window_seconds, quota_bytes, signing_key)
                                                VALUES (:uploads, :window, :quota, :key)
                                                ON CONFLICT (only_one) DO UPDATE SET
                                                uploads = excluded.uploads, quota_bytes = excluded.quota_bytes,
                                                window_seconds = excluded.window_seconds
                                                """)
                                        .bind("uploads", limits.allowance().uploads())
                                        .bind("window", limits.allowance().windowSeconds())
                                        .bind("quota", limits.quotaBytes())
                                        .bind("key", key)
                                        .execute());
        administrator(pool, options, limits);
    }

    private static void administrator(Pool pool, GalleryOptions options, Limits limits) {
        Parts sound = Parts.sound(pool.jdbi(), limits);
        String hash =
                new Passwords(limits.passwordIterations()).hash(options.administratorPassword());
        sound.transactions()
                .write(
                        work -> {
                            Members members = sound.the(Members.class);
                            String name = options.administratorName();
                            return members.byName(work, name)
                                    .map(Members.Secret::member)
                                    .orElseGet(
                                            () ->
                                                    members.signUp(
                                                            work, name, hash, "administrator"));
                        });
    }

    private static Node startNode(Parts parts, Pool pool, int port) {
        byte[] key =
                pool.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery("SELECT signing_key FROM settings")
                                                .mapTo(byte[].class)
                                                .one());
        Limits limits = parts.limits();
        try {
            Tokens tokens = new Tokens(key, limits.tokenLifetime(), parts.clock());
            return new Node(parts, parts.transactions(), limits, tokens, pool, port);
        } catch (SQLException failure) {
            throw new GalleryException(
                    "The database " + withoutSecrets(pool.jdbcUrl()) + " cannot be listened to.",
                    failure);
        } catch (RuntimeException failure) {
            if (isBindFailure(failure)) {
                throw new GalleryException("Port " + port + " is in use.", failure);
            }
            throw failure;
        }
    }

    private static boolean isBindFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains("Port already in use")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<URI> nodes() {
        return List.copyOf(nodes);
    }

    /** Stops the nodes, closes the pools and removes an embedded database. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastChance);
        } catch (IllegalStateException shuttingDown) {
            // The shutdown hook is running or about to; both may close, one after the other.
            closeAll();
            return;
        }
        closeAll();
    }

    private synchronized void closeAll() {
        RuntimeException first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (IOException failure) {
                first = first == null ? new UncheckedIOException(failure) : first;
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
            } catch (Exception impossible) {
                first = first == null ? new IllegalStateException(impossible) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
