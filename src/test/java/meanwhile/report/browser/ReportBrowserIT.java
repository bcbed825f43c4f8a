package meanwhile.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import meanwhile.report.Site;
import meanwhile.report.Specimens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests reports in a browser: of a hostile target, and of a real run with a defect. */
class ReportBrowserIT {
    private static final int CONTRADICTED = 1;

    @TempDir private static Path folder;
    private static Browser browser;

    @BeforeAll
    static void write() throws Exception {
        Path hostile = folder.resolve("hostile");
        new Site().write(Specimens.hostile(), hostile);
        new Site().writeSingle(Specimens.hostile(), hostile);
        Process run =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "meanwhile.suite.Main",
                                "run",
                                "--clause",
                                "R1.2",
                                "L1.1",
                                "D3.1",
                                "--seed",
                                "7",
                                "--defect",
                                "lost-update-vote-counter",
                                "--single-file",
                                "--reports",
                                folder.resolve("real").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("run.log").toFile())
                        .start();
        assertThat(run.waitFor()).as(() -> log(folder.resolve("run.log"))).isEqualTo(CONTRADICTED);
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** A page of each kind, of both reports. */
    static Stream<Path> pages() throws IOException {
        Stream.Builder<Path> pages = Stream.builder();
        for (String report : List.of("hostile", "real")) {
            Path root = folder.resolve(report);
            for (String page :
                    List.of("index", "crowds", "visibility", "history", "power", "report")) {
                pages.add(root.resolve(page + ".html"));
            }
            pages.add(root.resolve("features/r1.html"));
            pages.add(contradicted(root));
            try (Stream<Path> crowds = Files.list(root.resolve("crowds"))) {
                pages.add(crowds.sorted().findFirst().orElseThrow());
            }
        }
        return pages.build();
    }

    private static Path contradicted(Path root) throws IOException {
        try (Stream<Path> examples = Files.list(root.resolve("examples"))) {
            return examples.filter(file -> file.getFileName().toString().startsWith("r1-2"))
                    .filter(file -> log(file).contains("What happened"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String log(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageAsksNoNetworkComplainsOfNothingAndDoesNoHarm(Path page) throws Exception {
        browser.open(page, "");
        assertThat(browser.one("h1").getText()).isNotBlank();
        browser.until("!document.getElementById('theme').hidden");
        assertThat(browser.foreign()).isEqualTo(List.of());
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.ask("return String(window.harmed)")).isEqualTo("undefined");
        assertThat(browser.all("img")).isEmpty();
        assertThat(Files.size(page)).isLessThan(3_000_000);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsAccessibleInBothThemesAndFitsAPhone(Path page) {
        browser.open(page, "");
        for (int theme = 0; theme < 2; theme++) {
            assertThat(browser.violations()).isEqualTo(List.of());
            browser.one("#theme").click();
        }
        browser.narrow();
        try {
            assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing sticks out at the side")
                    .isEqualTo(true);
        } finally {
            browser.wide();
        }
    }

    @Test
    void searchFindsEverythingAndKeepsItsStateInTheAddress() {
        browser.open(folder.resolve("real/power.html"), "");
        browser.press("/");
        browser.press("hands same moment\n");
        browser.until("document.querySelectorAll('.hits li').length > 0");
        assertThat(browser.address()).contains("index.html#q=hands");
        assertThat(browser.one(".hits").getText())
                .contains("Five members raise their hands at the same moment");
        browser.open(folder.resolve("real/index.html"), "#verdict=contradicted");
        browser.until("document.querySelectorAll('.hits li').length > 0");
        assertThat(browser.all(".hits li")).allMatch(hit -> hit.getText().contains("contradicted"));
        browser.open(folder.resolve("real/index.html"), "#verdict=contradicted&tag=R1.2");
        browser.until("document.querySelectorAll('.hits li').length > 0");
        // What was found after one of its examples is a hit, too.
        assertThat(browser.all(".hits li"))
                .allMatch(hit -> hit.getText().matches("(?s).*(R1\\.2|found after).*"));
        assertThat(browser.one("#board").isDisplayed()).isFalse();
        browser.one(".clear").click();
        browser.until("!document.getElementById('board').hidden");
    }

    @Test
    void aChipOfTheFrontPageFiltersByItsVerdict() {
        browser.open(folder.resolve("real/index.html"), "");
        browser.one("a.chip[href*=contradicted]").click();
        browser.until("document.querySelectorAll('.hits li').length > 0");
        assertThat(browser.ask("return document.getElementById('verdict').value"))
                .isEqualTo("contradicted");
    }

    @Test
    void aTimelineIsZoomedAndReadByKeyboard() throws Exception {
        browser.open(contradicted(folder.resolve("real")), "");
        browser.ask("document.querySelector('.timeline').focus()");
        String width = "document.querySelector('.call .whole').getAttribute('width')";
        double before = Double.parseDouble(browser.ask("return " + width).toString());
        browser.press("+");
        assertThat(Double.parseDouble(browser.ask("return " + width).toString()))
                .isGreaterThan(1.9 * before);
        browser.press("0");
        assertThat(Double.parseDouble(browser.ask("return " + width).toString())).isEqualTo(before);
        browser.tab();
        String first = browser.one(".detail").getText();
        assertThat(first).contains("votes up on");
        browser.press(org.openqa.selenium.Keys.ARROW_RIGHT);
        assertThat(browser.one(".detail").getText()).isNotEqualTo(first).contains(" ms");
    }

    @Test
    void aThemeStaysChosen() {
        browser.open(folder.resolve("real/index.html"), "");
        Object before = browser.ask("return getComputedStyle(document.body).backgroundColor");
        browser.one("#theme").click();
        Object after = browser.ask("return getComputedStyle(document.body).backgroundColor");
        assertThat(after).isNotEqualTo(before);
        browser.open(folder.resolve("real/history.html"), "");
        assertThat(browser.ask("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(after);
        browser.one("#theme").click();
    }

    @Test
    void theHistoryOfOneTargetIsChosenInTheAddress() {
        browser.open(folder.resolve("hostile/history.html"), "");
        assertThat(browser.all("section.past:not([hidden])")).hasSize(2);
        browser.open(folder.resolve("hostile/history.html"), "#target=elsewhere");
        browser.until("document.querySelectorAll('section.past[hidden]').length === 1");
        assertThat(browser.one("section.past:not([hidden]) h2").getText()).isEqualTo("elsewhere");
        assertThat(browser.ask("return document.getElementById('target').value"))
                .isEqualTo("elsewhere");
    }

    @Test
    void theOneFileFormLeadsFromPageToPage() {
        browser.open(folder.resolve("real/report.html"), "");
        assertThat(browser.all("article.page:not([hidden])")).hasSize(1);
        browser.one(".troubles .meta a").click();
        browser.until("document.querySelector('article.page:not([hidden]) .story') !== null");
        assertThat(browser.one("article.page:not([hidden]) h2").getText())
                .isEqualTo("What happened");
        assertThat(browser.foreign()).isEqualTo(List.of());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                ".headline", // does it hold?
                "a[href='history.html']", // since when not?
                ".troubles a[href^='examples/']", // what exactly happened?
                "a[href='power.html']", // how sure are we?
                ".uncovered a[href^='features/']" // what is not covered?
            })
    void aProductOwnersQuestionIsAnsweredOnTheFrontPageOrOneClickAway(String place) {
        browser.open(folder.resolve("real/index.html"), "");
        assertThat(browser.all(place)).isNotEmpty();
        if (!place.startsWith(".headline")) {
            browser.all(place).getFirst().click();
            assertThat(browser.one("h1").getText()).isNotBlank();
        }
    }
}
