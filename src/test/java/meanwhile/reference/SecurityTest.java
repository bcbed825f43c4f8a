package meanwhile.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import meanwhile.reference.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;

class SecurityTest {
    /**
     * On Linux all of 127/8 is this machine, and only a server that listens on all addresses
     * answers here.
     */
    private static final String BESIDE = "127.0.0.2";

    @Test
    void onlyThisMachineReachesTheGalleryAndItsDatabase() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start()) {
            URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
            List<Integer> ports =
                    List.of(Shared.node(0).getPort(), Shared.node(1).getPort(), address.getPort());
            for (int port : ports) {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                for (InetAddress host : others()) {
                    assertThatThrownBy(() -> new Socket(host, port).close())
                            .as(host + ":" + port)
                            .isInstanceOf(ConnectException.class);
                }
            }
        }
    }

    private static List<InetAddress> others() throws IOException {
        List<InetAddress> others = new ArrayList<>();
        others.add(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}));
        assertThat(others.getFirst().getHostAddress()).isEqualTo(BESIDE);
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            network.inetAddresses().filter(one -> !one.isLoopbackAddress()).forEach(others::add);
        }
        return others;
    }

    @Test
    void noPasswordStandsInTheDatabaseAndEqualOnesLookDifferent() throws Exception {
        String password = "correct-horse-" + UUID.randomUUID();
        try (EmbeddedDatabase database = EmbeddedDatabase.start();
                ReferenceGallery gallery =
                        ReferenceGallery.start(
                                GalleryOptions.defaults()
                                        .withNodes(1)
                                        .withJdbcUrl(database.jdbcUrl()),
                                UnaryOperator.identity())) {
            Client stranger = new Client(gallery.nodes().getFirst(), null);
            for (String name : List.of("ana", "ben")) {
                Map<String, String> credentials = Map.of("name", name, "password", password);
                assertThat(stranger.post("/v1/users", credentials).status()).isEqualTo(201);
                assertThat(stranger.post("/v1/sessions", credentials).status()).isEqualTo(201);
            }
            List<String> rows = rows(database.jdbcUrl());
            assertThat(rows).anyMatch(row -> row.contains("ana"));
            String hex = HexFormat.of().formatHex(password.getBytes(StandardCharsets.UTF_8));
            assertThat(rows).noneMatch(row -> row.contains(password) || row.contains(hex));
            // "iterations$salt$hash": no two have the same salt or hash.
            List<String> hashes =
                    rows.stream()
                            .filter(row -> row.contains(",ana,") || row.contains(",ben,"))
                            .filter(row -> row.matches(".*\\d+\\$.+\\$.+"))
                            .map(row -> row.replaceAll(".*\\d+\\$(.+)\\$.+", "$1"))
                            .toList();
            assertThat(hashes).hasSize(2).doesNotHaveDuplicates();
        }
    }

    /** Every row of every table, as PostgreSQL writes it. */
    private static List<String> rows(String url) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet tables =
                        connection.getMetaData().getTables(null, "public", "%", TABLES)) {
            while (tables.next()) {
                String query = "SELECT t::text FROM \"" + tables.getString("TABLE_NAME") + "\" t";
                try (Statement statement = connection.createStatement();
                        ResultSet found = statement.executeQuery(query)) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    private static final String[] TABLES = {"TABLE"};

    @Test
    void onlyTokensThatTheGallerySignedAreTaken() throws Exception {
        Client stranger = new Client(Shared.node(0), null);
        String name = "member-" + UUID.randomUUID();
        Map<String, String> credentials = Map.of("name", name, "password", "secret");
        stranger.post("/v1/users", credentials);
        String token = stranger.post("/v1/sessions", credentials).text("access_token");
        assertThat(as(token).get("/v1/me").status()).isEqualTo(200);

        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        SignedJWT another = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        another.sign(new MACSigner(new byte[32]));
        String[] parts = token.split("\\.", -1);
        JWTClaimsSet forged =
                new JWTClaimsSet.Builder(claims).subject(UUID.randomUUID().toString()).build();
        String payload =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(forged.toString().getBytes(StandardCharsets.UTF_8));
        for (String bad :
                List.of(
                        another.serialize(),
                        new PlainJWT(claims).serialize(),
                        parts[0] + "." + payload + "." + parts[2],
                        parts[0] + "." + parts[1] + ".",
                        "x")) {
            assertThat(as(bad).get("/v1/me").status()).as(bad).isEqualTo(401);
        }
    }

    private static Client as(String token) {
        return new Client(Shared.node(0), token);
    }
}
