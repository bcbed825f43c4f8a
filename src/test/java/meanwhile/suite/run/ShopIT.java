package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meanwhile.ExampleServer;
import meanwhile.actors.RunContext;
import meanwhile.report.data.Report;
import meanwhile.suite.explore.Exploration;
import meanwhile.suite.explore.ExploreOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A domain that is none of a gallery, by its profile alone: the shop of the examples. Needs Node.
 */
class ShopIT {
    private static final Path SHOP = Path.of("src/examples/shop");
    private static final Path PAYMENTS = Path.of("src/examples/payments");
    private static final Pattern OF_GALLERY =
            Pattern.compile("[^.<>]*\\b(image|vote|upload|favourite)s?\\b[^.<>]*");
    private static final Console SILENT =
            Console.log(
                    new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));

    private @Nullable ExampleServer shop;
    private Path profile = Path.of("");

    @TempDir private Path folder;

    @AfterEach
    void stop() {
        Objects.requireNonNull(shop).close();
    }

    @Test
    void everyPromiseIsContradictedInTheBrokenShopAndHoldsInTheRepairedOne() throws Exception {
        start();
        Report broken = play(RunContext.Manner.AT_ONCE, "broken");
        assertThat(standings(broken)).containsExactly(Report.Standing.CONTRADICTED);
        assertThat(broken.rules()).hasSize(7);
        assertThat(broken.clauses()).isEmpty();

        Report inTurn = play(RunContext.Manner.ONE_AFTER_ANOTHER, "in-turn");
        assertThat(standings(inTurn)).doesNotContain(Report.Standing.CONTRADICTED);
        stop();

        start("repaired");
        Report repaired = play(RunContext.Manner.AT_ONCE, "repaired");
        assertThat(standings(repaired)).containsExactly(Report.Standing.HOLDS);
    }

    /** What is charged is seen at the payment service alone. */
    @Test
    void whoSendsAnOrderAgainPaysTwiceInTheBrokenOneAlone() throws Exception {
        startWithPayments();
        Report broken = play(PAYMENTS, RunContext.Manner.AT_ONCE, "paid-twice");
        assertThat(standings(broken)).containsExactly(Report.Standing.CONTRADICTED);
        Report.Clause rule = broken.rules().getFirst();
        assertThat(rule.reason())
                .isEqualTo(
                        "Expected each accepted order to be charged once, saw one that was charged"
                                + " 2 times");
        Report inTurn = play(PAYMENTS, RunContext.Manner.ONE_AFTER_ANOTHER, "paid-in-turn");
        assertThat(standings(inTurn)).doesNotContain(Report.Standing.CONTRADICTED);
        stop();

        startWithPayments("repaired");
        Report repaired = play(PAYMENTS, RunContext.Manner.AT_ONCE, "paid-once");
        assertThat(standings(repaired)).containsExactly(Report.Standing.HOLDS);
        assertThat(repaired.run().unjudged()).isEmpty();
    }

    @Test
    void theReportSpeaksOfTheShopAlone() throws Exception {
        start();
        play(RunContext.Manner.AT_ONCE, "broken");
        List<String> foreign = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(folder.resolve("broken"))) {
            for (Path page : pages.filter(ShopIT::isAboutPromises).toList()) {
                OF_GALLERY
                        .matcher(Files.readString(page))
                        .results()
                        .forEach(found -> foreign.add(page.getFileName() + ": " + found.group()));
            }
        }
        assertThat(foreign).isEmpty();
    }

    private static boolean isAboutPromises(Path page) {
        String name = page.toString();
        return name.endsWith("index.html")
                || name.endsWith("meetings.html")
                || (name.contains("examples") && name.endsWith(".html"));
    }

    @Test
    void theLawsAloneFindFourFaultsThatNoExampleNames() throws Exception {
        start();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit =
                new Exploration(
                                new ExploreOptions(
                                        profile.toString(),
                                        Duration.ofSeconds(20),
                                        7,
                                        4,
                                        2,
                                        folder.resolve("explored"),
                                        folder.resolve("found"),
                                        List.of(),
                                        false),
                                new PrintStream(said, true, StandardCharsets.UTF_8))
                        .explore();
        Set<String> laws = new TreeSet<>();
        said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("contradicted: "))
                .forEach(laws::add);
        assertThat(laws).as(said.toString(StandardCharsets.UTF_8)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(exit).isEqualTo(1);
        assertThat(folder.resolve("explored/found-1/features/explored.feature"))
                .content()
                .containsPattern("    And (the|no|each|every) .*(every|all|two) ");
    }

    @Test
    void ownClausesAreCoveredOrMissed() throws Exception {
        start("repaired");
        Path specification = folder.resolve("specification.md");
        Files.writeString(
                specification,
                """
                ### SELL Selling
                - **SELL-1** No seat is sold twice.
                - **SELL-2** Whoever may buy can buy.
                """);
        Path features = Files.createDirectories(folder.resolve("features"));
        Path feature = SHOP.resolve("features/what-the-shop-promises.feature");
        Files.writeString(
                features.resolve("own.feature"),
                Files.readString(feature).replace("@shows", "@SELL-1"));
        Report report =
                Player.play(
                        options(features, specification, RunContext.Manner.AT_ONCE, "own"), SILENT);
        assertThat(report.clauses())
                .extracting(Report.Clause::id, Report.Clause::standing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("SELL-1", Report.Standing.HOLDS),
                        org.assertj.core.groups.Tuple.tuple(
                                "SELL-2", Report.Standing.NOT_SPECIFIED));
        assertThat(report.rules()).hasSize(5);
    }

    private Report play(RunContext.Manner manner, String name) {
        return play(SHOP, manner, name);
    }

    private Report play(Path example, RunContext.Manner manner, String name) {
        return Player.play(options(example.resolve("features"), null, manner, name), SILENT);
    }

    private RunOptions options(
            Path features, @Nullable Path specification, RunContext.Manner manner, String name) {
        return new RunOptions(
                profile.toString(),
                features,
                specification,
                List.of(),
                "",
                11,
                folder.resolve(name),
                List.of(),
                manner,
                null,
                null,
                false,
                false,
                null,
                RunOptions.LONG);
    }

    private static Set<Report.Standing> standings(Report report) {
        Set<Report.Standing> standings = new TreeSet<>();
        report.rules().forEach(rule -> standings.add(rule.standing()));
        return standings;
    }

    private void start(String... form) throws IOException {
        shop = ExampleServer.start("shop", "/health", form);
        profile = folder.resolve("shop-%d.yaml".formatted(shop.port()));
        Files.writeString(
                profile,
                Files.readString(SHOP.resolve("shop.yaml"))
                        .replace("8090", String.valueOf(shop.port())));
    }

    private void startWithPayments(String... form) throws IOException {
        int payments = ExampleServer.freePort();
        List<String> words = new ArrayList<>(List.of(form));
        words.add("http://127.0.0.1:" + payments);
        shop = ExampleServer.start("shop", "/health", words.toArray(String[]::new));
        profile = folder.resolve("payments-%d.yaml".formatted(shop.port()));
        Files.writeString(
                profile,
                Files.readString(PAYMENTS.resolve("payments.yaml"))
                        .replace("8090\"", shop.port() + "\"")
                        .replace("port: 8092", "port: " + payments));
    }
}
