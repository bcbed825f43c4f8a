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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meanwhile.ExampleServer;
import meanwhile.actors.RunContext;
import meanwhile.report.data.Report;
import meanwhile.suite.explore.Exploration;
import meanwhile.suite.explore.ExploreOptions;
import meanwhile.trials.ExampleTrials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Domains that are none of a gallery, by their profiles alone: the examples. Needs Node and npm.
 */
class ShopIT {
    private static final Path SHOP = Path.of("src/examples/shop");
    private static final Pattern OF_GALLERY =
            Pattern.compile("[^.<>]*\\b(image|vote|upload|favourite)s?\\b[^.<>]*");
    private static final long SEED = 11;

    @TempDir private Path folder;

    private ExamplePlay shop(String... form) throws IOException {
        return ExamplePlay.start(folder, "shop", "shop", "/health", "8090", Map.of(), form);
    }

    @Test
    void everyPromiseIsContradictedInTheBrokenShop() throws Exception {
        try (ExamplePlay shop = shop()) {
            ExampleTrials.play(
                    "shop",
                    "broken",
                    Map.of("*", "contradicted"),
                    seed -> {
                        Report broken = shop.play(seed);
                        assertThat(broken.rules()).hasSize(7);
                        assertThat(broken.clauses()).isEmpty();
                        return ExampleTrials.rules(broken);
                    });
            Report inTurn = shop.play(RunContext.Manner.ONE_AFTER_ANOTHER, SEED, "in-turn");
            assertThat(ExampleTrials.rules(inTurn).values()).doesNotContain("contradicted");
        }
    }

    @Test
    void everyPromiseHoldsInTheRepairedShop() throws Exception {
        try (ExamplePlay shop = shop("repaired")) {
            ExampleTrials.play(
                    "shop",
                    "repaired",
                    Map.of("*", "holds"),
                    seed -> ExampleTrials.rules(shop.play(seed)));
        }
    }

    /** What is charged is seen at the payment service alone. */
    @Test
    void whoSendsAnOrderAgainPaysTwiceInTheBrokenShop() throws Exception {
        try (ExamplePlay shop = payments()) {
            ExampleTrials.play(
                    "payments",
                    "broken",
                    Map.of("*", "contradicted"),
                    seed -> {
                        Report broken = shop.play(seed);
                        assertThat(broken.rules().getFirst().reason())
                                .isEqualTo(
                                        "Expected each accepted order to be charged once, saw one"
                                                + " that was charged 2 times");
                        return ExampleTrials.rules(broken);
                    });
            Report inTurn = shop.play(RunContext.Manner.ONE_AFTER_ANOTHER, SEED, "in-turn");
            assertThat(ExampleTrials.rules(inTurn).values()).doesNotContain("contradicted");
        }
    }

    @Test
    void whoSendsAnOrderAgainPaysOnceInTheRepairedShop() throws Exception {
        try (ExamplePlay shop = payments("repaired")) {
            ExampleTrials.play(
                    "payments",
                    "repaired",
                    Map.of("*", "holds"),
                    seed -> {
                        Report repaired = shop.play(seed);
                        assertThat(repaired.run().unjudged()).isEmpty();
                        return ExampleTrials.rules(repaired);
                    });
        }
    }

    /** A server that nobody here wrote: dynalite, a DynamoDB. */
    @Test
    void whoWritesANewCardLosesWhatAColleagueWroteOnTheOldOne() throws Exception {
        try (ExamplePlay library =
                ExamplePlay.start(folder, "library", "library", "/", "3000", Map.of())) {
            ExampleTrials.play(
                    "library",
                    "dynalite 4.0.0",
                    Map.of("loans", "holds", "cards", "contradicted"),
                    seed -> ExampleTrials.rules(library.play(seed)));
            Report inTurn = library.play(RunContext.Manner.ONE_AFTER_ANOTHER, SEED, "in-turn");
            assertThat(ExampleTrials.rules(inTurn).values()).doesNotContain("contradicted");
        }
    }

    private ExamplePlay payments(String... form) throws IOException {
        int payments = ExampleServer.freePort();
        List<String> words = new ArrayList<>(List.of(form));
        words.add("http://127.0.0.1:" + payments);
        return ExamplePlay.start(
                folder,
                "payments",
                "shop",
                "/health",
                "8090",
                Map.of("port: 8092", "port: " + payments),
                words.toArray(String[]::new));
    }

    @Test
    void theReportSpeaksOfTheShopAlone() throws Exception {
        try (ExamplePlay shop = shop()) {
            shop.play(RunContext.Manner.AT_ONCE, SEED, "broken");
        }
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
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit;
        try (ExamplePlay shop = shop()) {
            exit =
                    new Exploration(
                                    new ExploreOptions(
                                            shop.profile().toString(),
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
        }
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
        Report report;
        try (ExamplePlay shop = shop("repaired")) {
            report = shop.play(features, specification, RunContext.Manner.AT_ONCE, SEED, "own");
        }
        assertThat(report.clauses())
                .extracting(Report.Clause::id, Report.Clause::standing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("SELL-1", Report.Standing.HOLDS),
                        org.assertj.core.groups.Tuple.tuple(
                                "SELL-2", Report.Standing.NOT_SPECIFIED));
        assertThat(report.rules()).hasSize(5);
    }
}
