package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The environment fails in the middle of a run. The run ends and writes its report, nothing is
 * contradicted without proof, and acknowledged effects are still checked.
 */
class FaultsIT {
    /**
     * Clauses that promise an answer, or one in time: a fault of the environment may break them.
     */
    private static final Set<String> MAY_BREAK = Set.of("X1", "X3", "U1.1", "R1.1");

    /** The outcome, in words, of a call that met the fault. */
    private static final Map<Fault, String> WORDS =
            Map.of(
                    Fault.RESET, "reset",
                    Fault.CUT, "ended",
                    Fault.GARBAGE, "ended",
                    Fault.SERVER_ERROR, "50",
                    Fault.OUTAGE, "50");

    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final Duration WHOLE_BOUND = Duration.ofMinutes(20);

    /** Some way into the examples, so that there is something to lose. */
    private static final int INTO_THE_RUN = 150;

    private static final int FAULTY_ANSWERS = 250;

    /** During an outage few requests are sent. */
    private static final int FEW_ANSWERS = 30;

    private static final String RACES = "races";
    private static final String ACKNOWLEDGED = "acknowledged";
    private static final String STORE_PASSWORD = "only-for-this-test";

    private static Setting shared;

    @TempDir private Path folder;

    @BeforeAll
    static void open() throws Exception {
        shared = new Setting(true);
    }

    @AfterAll
    static void close() throws Exception {
        shared.close();
    }

    /** Something that happens to the environment. */
    @FunctionalInterface
    interface Mishap {
        void happen() throws Exception;
    }

    @ParameterizedTest
    @EnumSource(names = "NO_HANDSHAKE", mode = EnumSource.Mode.EXCLUDE)
    void theLineFailsForAWhile(Fault fault) throws Exception {
        Lines lines = shared.lines();
        int before = lines.spoilt();
        Ending ending =
                play(
                        fault.name(),
                        lines,
                        RACES,
                        () -> {
                            lines.set(fault);
                            try {
                                lines.awaitAnswers(
                                        fault == Fault.OUTAGE ? FEW_ANSWERS : FAULTY_ANSWERS);
                            } finally {
                                lines.set(Fault.NONE);
                            }
                        });
        switch (fault) {
            case NONE -> assertThat(ending.exit()).as(ending.said()).isZero();
            case SLOW -> assertThat(lines.spoilt()).isGreaterThan(before);
            default -> {
                assertThat(ending.unknown()).as(ending.said()).isPositive();
                assertThat(ending.troubles()).anyMatch(said -> said.contains(WORDS.get(fault)));
            }
        }
    }

    /** Every clause meets the fault again and again. */
    @ParameterizedTest
    @EnumSource(names = {"RESET", "CUT", "GARBAGE", "SERVER_ERROR"})
    void theWholeSpecificationIsPlayedOverALineThatFailsNowAndThen(Fault fault) throws Exception {
        long begun = System.nanoTime();
        Path reports = folder.resolve("reports");
        Lines lines = shared.lines();
        try (Program run =
                Program.start(List.of(), arguments(lines, Path.of("features"), reports))) {
            run.awaitLine("Meanwhile: ");
            Thread weather =
                    Thread.ofVirtual()
                            .start(() -> lines.changeWeather(fault, 30, 600, run::isAlive));
            Ending ending = Ending.of(run.exit(WHOLE_BOUND), reports, run.said());
            weather.join();
            tell("the whole specification, " + fault, ending, begun);
            ending.requireHonest();
            assertThat(ending.verdicts()).hasSizeGreaterThan(60);
            assertThat(ending.unknown()).as(ending.said()).isPositive();
            assertThat(ending.accusations()).allMatch(FaultsIT::isAboutAnAnswer);
        }
    }

    /** Many clauses promise an answer, or one in time, besides their main promise. */
    private static boolean isAboutAnAnswer(String accusation) {
        return accusation.startsWith("X1 ")
                || accusation.startsWith("X3 ")
                || accusation.contains(": Expected the middle answer within")
                || accusation.contains(": Expected an answer")
                || accusation.contains(": Expected a definite answer");
    }

    /** A gallery that loses what it acknowledged is not excused by the line. */
    @Test
    void aLossBehindALineThatFailsIsNoticed() throws Exception {
        try (Setting own = new Setting(true, "--defect", "own-images-keyed-by-second")) {
            Ending ending =
                    played(
                            "connections are reset, and images left out",
                            own.lines(),
                            ACKNOWLEDGED,
                            () -> {
                                own.lines().set(Fault.RESET);
                                own.lines().awaitAnswers(FEW_ANSWERS);
                                own.lines().set(Fault.NONE);
                            });
            assertThat(ending.unknown()).as(ending.said()).isPositive();
            assertThat(ending.verdicts()).as(ending.said()).containsEntry("U1.2", "contradicted");
        }
    }

    @Test
    void tlsIsClosedForAWhile() throws Exception {
        Path store = keys();
        try (Lines lines = new Lines(shared.nodes(), tls(store))) {
            Ending ending =
                    play(
                            "TLS handshakes fail",
                            lines,
                            RACES,
                            () -> {
                                lines.set(Fault.NO_HANDSHAKE);
                                awaitRefused(lines);
                                lines.set(Fault.NONE);
                            },
                            "-Djavax.net.ssl.trustStore=" + store,
                            "-Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD);
            assertThat(ending.unknown()).as(ending.said()).isPositive();
        }
    }

    private static void awaitRefused(Lines lines) {
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (lines.spoilt() < 5) {
            assertThat(System.nanoTime()).as("connections are tried").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Test
    void theGalleryStandsStillForFiveSeconds() throws Exception {
        Ending ending =
                play(
                        "SIGSTOP for 5 s, SIGCONT",
                        shared.lines(),
                        RACES,
                        () -> {
                            shared.gallery().signal("STOP");
                            try {
                                LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
                            } finally {
                                shared.gallery().signal("CONT");
                            }
                        });
        assertThat(ending.longest()).as("seconds that somebody waited").isGreaterThan(4);
    }

    @Test
    void theGalleryIsKilledAndOpensAgain() throws Exception {
        Ending ending =
                play(
                        "SIGKILL, opened again",
                        shared.lines(),
                        ACKNOWLEDGED,
                        () -> {
                            shared.gallery().signal("KILL");
                            shared.reopen();
                        });
        assertThat(ending.unknown()).as(ending.said()).isPositive();
    }

    @Test
    void theGalleryIsKilled() throws Exception {
        try (Setting own = new Setting(true)) {
            Ending ending = play("SIGKILL", own.lines(), RACES, () -> own.gallery().signal("KILL"));
            assertThat(ending.unknown()).as(ending.said()).isPositive();
        }
    }

    @Test
    void theDatabaseCrashesAndRecovers() throws Exception {
        Ending ending =
                play("PostgreSQL crashes", shared.lines(), ACKNOWLEDGED, shared::crashDatabase);
        assertThat(ending.unknown()).as(ending.said()).isPositive();
    }

    @Test
    void theDatabaseIsKilled() throws Exception {
        try (Setting own = new Setting(true)) {
            Ending ending = play("PostgreSQL killed", own.lines(), RACES, own::killDatabase);
            assertThat(ending.unknown()).as(ending.said()).isPositive();
        }
    }

    /** A gallery that acknowledges before its database has written: this loss is its own fault. */
    @Test
    void whatACrashLosesIsNoticed() throws Exception {
        try (Setting own = new Setting(false)) {
            Ending ending =
                    played(
                            "PostgreSQL crashes, acknowledged too early",
                            own.lines(),
                            ACKNOWLEDGED,
                            () -> {
                                own.delayWriting();
                                own.lines().awaitAnswers(40);
                                own.crashDatabase();
                            });
            assertThat(ending.verdicts()).as(ending.said()).containsEntry("U1.2", "contradicted");
        }
    }

    private Ending play(
            String name, Lines lines, String features, Mishap mishap, String... properties)
            throws Exception {
        Ending ending = played(name, lines, features, mishap, properties);
        ending.requireNoneAccusedBut(MAY_BREAK);
        return ending;
    }

    private Ending played(
            String name, Lines lines, String features, Mishap mishap, String... properties)
            throws Exception {
        long begun = System.nanoTime();
        Path reports = folder.resolve("reports");
        Path played = Path.of("src/test/resources/faults").resolve(features);
        try (Program run = Program.start(List.of(properties), arguments(lines, played, reports))) {
            run.awaitLine("Meanwhile: ");
            lines.awaitAnswers(INTO_THE_RUN);
            mishap.happen();
            Ending ending = Ending.of(run.exit(), reports, run.said());
            Duration took = tell(name, ending, begun);
            ending.requireHonest();
            assertThat(took).isLessThan(BOUND);
            return ending;
        }
    }

    private String[] arguments(Lines lines, Path features, Path reports) throws IOException {
        return new String[] {
            "run",
            "--seed",
            "8",
            "--features",
            features.toString(),
            "--target",
            lines.profile(folder).toString(),
            "--reports",
            reports.toString()
        };
    }

    private static Duration tell(String name, Ending ending, long begun) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("%s: %s, %d s%n", name, ending.line(), took.toSeconds());
        return took;
    }

    private Path keys() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "line",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                STORE_PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return store;
    }

    private static SSLContext tls(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
