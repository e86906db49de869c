package dev.xeroauth.examples.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser without a screen, which has to be there: system properties say where. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("xero.screenshots", "target/screenshots"));

    private final ChromeDriver driver;

    Browser(Path profile) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("xero.chromedriver").toFile())
                .build();
        ChromeOptions options = new ChromeOptions()
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile);
        options.setBinary(program("xero.chromium").toFile());
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(PATIENCE);
        resize(1100, 800);
    }

    private static Path program(String property) {
        Path program = Path.of(System.getProperty(property, ""));
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("-D" + property + " names no program: '" + program + "'");
        }
        return program;
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    void open(String address) {
        driver.get(address);
    }

    void click(String text) {
        element(text).click();
    }

    /** Waits for the page with this heading: a click returns before the redirects after it are through. */
    void arriveAt(String heading) {
        driver.findElement(By.xpath("//h1[normalize-space()='" + heading + "']"));
    }

    /** A page whose heading begins so. */
    void arriveAtOneThatBegins(String heading) {
        driver.findElement(By.xpath("//h1[starts-with(normalize-space(), '" + heading + "')]"));
    }

    /** The link or button with this text, which has to be there. */
    WebElement element(String text) {
        return driver.findElement(By.xpath("//*[self::a or self::button][normalize-space()='" + text + "']"));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Whether the page is wider than the window. */
    boolean scrollsSideways() {
        return Boolean.TRUE.equals(
                driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth"));
    }

    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Path file = SCREENSHOTS.resolve(name);
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
            System.out.println("browser: screenshot=" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
