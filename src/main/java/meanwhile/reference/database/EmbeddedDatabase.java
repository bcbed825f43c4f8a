package meanwhile.reference.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs an embedded PostgreSQL, which {@link #close} throws away.
 *
 * <p>It runs without fsync: its data need to survive neither the machine nor the run. A start
 * copies an initialised data directory kept in the temporary folder, which is ten times as fast as
 * initialising one; a missing or damaged template is made anew.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private static final Pattern NAME = Pattern.compile("gallery_\\d+");

    private final EmbeddedPostgres server;
    private final Path run;
    private final Set<Path> scripts;
    private final AtomicInteger made = new AtomicInteger();

    private EmbeddedDatabase(EmbeddedPostgres server, Path run, Set<Path> scripts) {
        this.server = server;
        this.run = run;
        this.scripts = scripts;
    }

    /**
     * Starts a server with an empty database, after removing what killed runs left behind.
     *
     * @throws IOException if it cannot be started
     */
    public static EmbeddedDatabase start() throws IOException {
        Path base = Files.createDirectories(Workspace.base());
        Workspace.removeOrphans(base);
        Set<Path> before = Workspace.scripts();
        Binaries.removeHalves();
        DatabaseTemplate template = new DatabaseTemplate(base);
        Path run = Workspace.claim(base);
        Path data = run.resolve("data");
        try {
            if (template.copyTo(data)) {
                try {
                    return booted(data, run, before);
                } catch (IOException | RuntimeException damaged) {
                    // A template that does not start is of no use to the next run either.
                    template.discard();
                    Workspace.delete(data);
                }
            }
            template.make(EmbeddedDatabase::initialise);
            if (!template.copyTo(data)) {
                Files.createDirectories(data);
            }
            return booted(data, run, before);
        } catch (IOException | RuntimeException failure) {
            Workspace.delete(run);
            throw failure;
        }
    }

    /**
     * @param before the scripts of others: the server's library writes one of its own
     */
    private static EmbeddedDatabase booted(Path data, Path run, Set<Path> before)
            throws IOException {
        EmbeddedPostgres server = boot(data);
        Set<Path> scripts = Workspace.scripts();
        scripts.removeAll(before);
        return new EmbeddedDatabase(server, run, scripts);
    }

    private static void initialise(Path data) throws IOException {
        boot(data).close();
    }

    private static EmbeddedPostgres boot(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("shared_buffers", "64MB")
                .start();
    }

    /** Where to connect; the user is the server's only one. */
    public String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Creates another, empty database on the server; returns where to connect. */
    public String create() {
        String name = "gallery_" + made.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return server.getJdbcUrl("postgres", name);
    }

    /** Drops a database that was created here, with all its connections. */
    public void drop(String jdbcUrl) {
        Matcher name = NAME.matcher(jdbcUrl);
        if (!name.find()) {
            throw new IllegalArgumentException("no database of this server: " + jdbcUrl);
        }
        execute("DROP DATABASE " + name.group() + " WITH (FORCE)");
    }

    private void execute(String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement command = connection.createStatement()) {
            command.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(statement + " failed", failed);
        }
    }

    /** Stops the server and removes its files. */
    @Override
    public void close() throws IOException {
        server.close();
        Workspace.delete(run);
        // The library deletes it when the JVM ends, which a halted JVM does not do.
        for (Path script : scripts) {
            Files.deleteIfExists(script);
        }
    }
}
