package dev.xeroauth.examples.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.XeroApp;
import dev.xeroauth.testkit.FakeXeroExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Where client id and secret come from: each way ends in a consent that Xero accepts. */
class AppChoiceTest {

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension();

    @TempDir
    Path home;

    private Terminal terminal;
    private XeroApp web;
    private String secret;

    @BeforeEach
    void terminal() {
        terminal = new Terminal(home).user(fake.get()::approve);
        web = fake.get().app();
        secret = web.clientSecret().orElseThrow();
    }

    private int connect(String... more) {
        return terminal.connectTo(fake.get(), more);
    }

    @Test
    void clientId_nowhere_saysWhereItComesFrom() {
        assertThat(connect()).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).startsWith("Which app is it? Set XERO_CLIENT_ID or --client-id");
    }

    @Test
    void clientId_alone_isAPkceApp() {
        assertThat(connect("--client-id", fake.get().pkceApp().clientId())).isZero();
    }

    @Test
    void environment_withoutAnyOption_isTheApp() {
        terminal.environment.put("XERO_CLIENT_ID", web.clientId());
        terminal.environment.put("XERO_CLIENT_SECRET", secret);

        assertThat(connect()).isZero();
    }

    @Test
    void environment_ofACustomConnection_saysThatItNeedsNoConsent() {
        XeroApp own = fake.get().customConnectionApp();
        terminal.environment.put("XERO_CLIENT_ID", own.clientId());
        terminal.environment.put("XERO_APP_KIND", "custom-connection");
        terminal.types.add(own.clientSecret().orElseThrow());

        assertThat(connect()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("needs no consent", "XeroClient.organisation()");
        assertThat(connect("--ask-secret")).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("needs no consent");
        assertThat(terminal.asked).isEmpty();
    }

    @Test
    void clientId_besideTheEnvironmentsCustomConnection_isAnotherApp() {
        terminal.environment.put("XERO_APP_KIND", "custom-connection");

        assertThat(connect("--client-id", fake.get().pkceApp().clientId())).isZero();
    }

    @Test
    void secret_ofAFile_isTakenWithoutItsLineEnd() throws IOException {
        Path file = Files.writeString(home.resolve("secret"), secret + "\n");

        assertThat(connect("--client-id", web.clientId(), "--secret-file", file.toString()))
                .isZero();
    }

    @Test
    void secret_fileMissingOrEmpty_isSaid() throws IOException {
        Path file = home.resolve("secret");
        assertThat(connect("--client-id", web.clientId(), "--secret-file", file.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).startsWith("There is no file ");

        Files.writeString(file, "\n");
        assertThat(connect("--client-id", web.clientId(), "--secret-file", file.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("is empty");
    }

    @Test
    void secret_askedFor_isTakenFromTheConsole() {
        terminal.types.add(secret);

        assertThat(connect("--client-id", web.clientId(), "--ask-secret")).isZero();

        assertThat(terminal.asked).containsExactly("Client secret: ");
        assertThat(terminal.out()).doesNotContain(secret);
    }

    @Test
    void secret_noConsoleToAskAt_saysWhatElseThereIs() {
        assertThat(connect("--client-id", web.clientId(), "--ask-secret")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).startsWith("There is no console").contains("--secret-file");
    }

    @Test
    void secret_asOptionValue_isNotUnderstood() {
        assertThat(connect("--client-id", web.clientId(), "--secret", secret)).isEqualTo(ExitCode.USAGE);
        assertThat(connect("--client-id", web.clientId(), "--ask-secret=" + secret))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void xero_elsewhereInClear_isRefused() {
        assertThat(connect("--client-id", "x", "--xero", "http://xero.example")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).startsWith("--xero takes an address on localhost");
    }

    @Test
    void browser_ofEachSystem_isStartedWithoutAShell() {
        assertThat(new DesktopBrowser("Mac OS X", java.util.Map.of()).command()).containsExactly("open");
        assertThat(new DesktopBrowser("Windows 11", java.util.Map.of()).command())
                .containsExactly("rundll32", "url.dll,FileProtocolHandler");
        assertThat(new DesktopBrowser("Linux", java.util.Map.of("DISPLAY", ":0")).command())
                .containsExactly("xdg-open");
        assertThat(new DesktopBrowser("Linux", java.util.Map.of()).open(java.net.URI.create("https://login.xero.com")))
                .isFalse();
    }
}
