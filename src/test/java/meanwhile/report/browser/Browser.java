package meanwhile.report.browser;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that finds no host. */
public final class Browser implements AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final ChromeDriver driver;
    private final String axe;

    public Browser() throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1440,1000",
                "--host-resolver-rules=MAP * ~NOTFOUND");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(find("chromedriver"))
                                .build(),
                        options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            axe =
                    new String(
                            Objects.requireNonNull(script, "axe.min.js").readAllBytes(),
                            StandardCharsets.UTF_8);
        }
    }

    private static File find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        program
                                                + " is not on the PATH; .ci/run installs it:"
                                                + " apt-get install chromium chromium-driver"));
    }

    /** Opens a file at a place in it, and clears the complaints of earlier pages. */
    public void open(Path file, String hash) {
        driver.get("about:blank");
        complaints();
        driver.get(file.toUri() + hash);
    }

    /** Makes the page as wide as a phone; a window cannot be that narrow. */
    void narrow() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    }

    void wide() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void tab() {
        press(Keys.TAB);
    }

    /** What a script returns. */
    public Object ask(String script, Object... arguments) {
        return Objects.requireNonNull(
                driver.executeScript(
                        "const v = (() => {" + script + "})(); return v ?? false;", arguments));
    }

    /** Waits until a script says true. */
    void until(String condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!Boolean.TRUE.equals(ask("return " + condition))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came true: " + condition);
            }
            driver.executeAsyncScript("requestAnimationFrame(() => arguments[0]())");
        }
    }

    /** The complaints of the page, including refused scripts and styles. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Everything that the page fetched except files beside it. */
    Object foreign() {
        return ask(
                "return performance.getEntriesByType('resource').map(e => e.name)"
                        + ".filter(n => !n.startsWith('file:') && !n.startsWith('data:'))");
    }

    /** The rules of axe-core for WCAG 2.2 AA that the page breaks, and where. */
    Object violations() {
        driver.executeScript(axe);
        return Objects.requireNonNull(
                driver.executeAsyncScript(
                        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations'],"
                            + " runOnly:"
                            + " ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}).then(r"
                            + " => done(r.violations.map(v => v.id + ': ' + v.nodes.slice(0,"
                            + " 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' |"
                            + " '))), e => done(['axe failed: ' + e]))"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
