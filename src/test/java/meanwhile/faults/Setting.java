package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A database, a gallery and the lines to it, each in its own process. */
final class Setting implements AutoCloseable {
    static final String PASSWORD = "gallery-password";

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final Program database;
    private final String jdbcUrl;
    private final List<URI> nodes;
    private final Lines lines;
    private Program gallery;

    /**
     * @param durable whether acknowledged data survive a crash of PostgreSQL
     * @param more options of the gallery
     */
    Setting(boolean durable, String... more) throws IOException, InterruptedException {
        database = Program.start(List.of(), "database");
        jdbcUrl =
                "jdbc:"
                        + database.awaitLine("postgres://")
                                .replace("postgres://postgres@", "postgresql://")
                        + "?user=postgres&options=-c%20synchronous_commit="
                        + (durable ? "on" : "off");
        gallery = open(twoFreePorts(), more);
        nodes = doors(gallery);
        lines = new Lines(nodes, null);
    }

    /**
     * The first of two adjacent ports, so that a gallery that is opened again has the same doors.
     */
    private static int twoFreePorts() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        while (true) {
            try (ServerSocket first = new ServerSocket(0, 1, here);
                    ServerSocket second = new ServerSocket(first.getLocalPort() + 1, 1, here)) {
                return second.getLocalPort() - 1;
            } catch (BindException taken) {
                // Then try the next pair.
            }
        }
    }

    private Program open(int port, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("gallery", "--port"));
        arguments.addAll(List.of(String.valueOf(port), "--database", jdbcUrl));
        arguments.addAll(List.of("--administrator-password", PASSWORD));
        arguments.addAll(List.of(more));
        return Program.start(List.of(), arguments.toArray(String[]::new));
    }

    private static List<URI> doors(Program gallery) throws InterruptedException {
        String said = gallery.awaitLine("The gallery is open at [");
        String all = said.substring(said.indexOf('[') + 1, said.indexOf(']'));
        return Arrays.stream(all.split(", ")).map(URI::create).toList();
    }

    Lines lines() {
        return lines;
    }

    List<URI> nodes() {
        return nodes;
    }

    Program gallery() {
        return gallery;
    }

    /**
     * Starts another gallery at the same doors over the same database, after the first was killed.
     */
    void reopen() throws IOException, InterruptedException {
        gallery.exit();
        gallery = open(nodes.getFirst().getPort());
        assertThat(doors(gallery)).isEqualTo(nodes);
    }

    /**
     * Makes PostgreSQL write later than it acknowledges; data that were acknowledged before are
     * written.
     */
    void delayWriting() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET wal_writer_delay = '10s'");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("CHECKPOINT");
        }
    }

    /** Kills one of PostgreSQL's processes: PostgreSQL ends all others, and recovers. */
    void crashDatabase() throws IOException, InterruptedException, SQLException {
        Program.signal(servingProcess(), "KILL");
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        while (!databaseAnswers()) {
            assertThat(System.nanoTime()).as("PostgreSQL recovers").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Kills PostgreSQL as a whole: it does not come back. */
    void killDatabase() throws IOException, InterruptedException, SQLException {
        long serving = servingProcess();
        long parent = ProcessHandle.of(serving).flatMap(ProcessHandle::parent).orElseThrow().pid();
        Program.signal(parent, "KILL");
        Program.signal(serving, "KILL");
    }

    private boolean databaseAnswers() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The database process that serves the gallery. */
    private long servingProcess() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client"
                                        + " backend' AND pid <> pg_backend_pid()")) {
            assertThat(found.next()).as("the gallery is connected").isTrue();
            return found.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
        gallery.close();
        database.close();
    }
}
