package dev.xeroauth.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.testkit.FakeInvoice;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a customer does, click by click. */
@Tag("browser")
class BrowserTest {

    @TempDir
    private Path profile;

    private RunningExample example;
    private Browser browser;

    @BeforeEach
    void start() {
        example = new RunningExample();
        browser = new Browser(profile);
    }

    @AfterEach
    void stop() {
        browser.close();
        example.close();
    }

    @Test
    void customer_clickingThrough_connectsSeesWhatIsOverdueLosesTheGrantAndConnectsAgain() {
        LocalDate today = LocalDate.now(example.clock());
        example.xero()
                .put(
                        example.bakery(),
                        FakeInvoice.sale(
                                "S-1", "<script>document.title='x'</script>", today.minusDays(20), BigDecimal.TEN));
        browser.open(example.address().toString());
        browser.arriveAt("See who owes you money");
        browser.screenshot("welcome.png");
        connect();
        assertThat(browser.text()).contains(example.user().givenName());
        browser.screenshot("connected.png");

        browser.click("Orchard Lane Bakery");
        browser.arriveAt("Orchard Lane Bakery");
        assertThat(browser.text()).contains("Days overdue", "S-1", "<script>document.title='x'</script>", "11.50 NZD");
        browser.screenshot("overdue.png");
        browser.resize(390, 844);
        assertThat(browser.scrollsSideways()).isFalse();
        browser.screenshot("overdue-phone.png");
        browser.resize(1100, 800);

        browser.click("All organisations");
        loseTheGrant();
        browser.arriveAt("Reconnect needed");
        browser.screenshot("reconnect-needed.png");
        assertThat(example.mail().waitForIncomingEmail(10_000, 1)).isTrue();

        connect();
        browser.click("Disconnect everything");
        browser.arriveAt("See who owes you money");
    }

    private void connect() {
        browser.click("Connect to Xero");
        browser.arriveAtOneThatBegins("The app ");
        browser.screenshot("consent.png");
        browser.click("Allow access");
        browser.arriveAt("Connected organisations");
        assertThat(browser.text()).contains("Orchard Lane Bakery", "Harbour Cycles");
    }

    private void loseTheGrant() {
        example.advance(Duration.ofMinutes(3));
        browser.click("End all access at the played Xero");
        browser.arriveAt("Connected organisations");
        openBakery();
        browser.arriveAt("Xero is not answering");
        assertThat(browser.text()).contains("Try again in");
        browser.screenshot("try-again.png");
        example.advance(Duration.ofMinutes(1));
        openBakery();
    }

    private void openBakery() {
        browser.open(
                example.address().resolve("/organisations/" + example.bakery()).toString());
    }
}
