package dev.xeroauth.examples.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.examples.BrowserCallback;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every way that {@code connect} can end. */
class ConnectingTest {

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() -> FakeXero.builder()
            .organisation("Orchard Lane Bakery", 3)
            .organisation("Harbour \u001b[2J Cycles", 3)
            .start());

    @TempDir
    Path home;

    private Terminal terminal;

    @BeforeEach
    void terminal() {
        terminal = new Terminal(home).user(fake.get()::approve);
        terminal.environment.put("XERO_CLIENT_ID", fake.get().app().clientId());
        terminal.environment.put(
                "XERO_CLIENT_SECRET", fake.get().app().clientSecret().orElseThrow());
    }

    private int connect(String... more) {
        return terminal.connectTo(fake.get(), more);
    }

    private void assertTold(String... parts) {
        assertThat(terminal.err())
                .contains(parts)
                .doesNotContain("\tat ", "Exception")
                .hasLineCount(1);
    }

    @Test
    void connect_userAllows_storesTheGrantAndSaysWhatItReaches() {
        assertThat(connect()).isZero();

        assertThat(terminal.out())
                .contains(
                        "/identity/connect/authorize?",
                        "Connected 'demo' as ",
                        "@example.com>, kept in directory ",
                        "Orchard Lane Bakery")
                .contains(fake.get().organisations().get(0).tenantId().toString());
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.pageTitle()).isEqualTo("Connected");
        assertThat(terminal.run("status", "--xero", "http://localhost:1")).isZero();
        assertThat(terminal.out()).contains("demo   connected  2");
    }

    @Test
    void connect_nameThatWouldSteerTheTerminal_isMadePlain() {
        connect();

        assertThat(terminal.out()).contains("Harbour ?[2J Cycles").doesNotContain("\u001b");
    }

    @Test
    void connect_grantThatIsThere_isConnectedAgain() {
        connect();

        assertThat(connect()).isZero();

        assertThat(terminal.out()).contains("Connected again 'demo'");
    }

    @Test
    void connect_userSaysNo_saysThatNothingHasChanged() {
        terminal.user(fake.get()::deny);

        assertThat(connect()).isEqualTo(ExitCode.NO_CONSENT);

        assertTold("Access was not allowed at Xero. Nothing has changed.");
        assertThat(terminal.out()).doesNotContain("Connected");
        assertThat(terminal.pageTitle()).isEqualTo("Not connected");
    }

    @Test
    void connect_nobodyDecides_endsAtTheLimit() {
        terminal.user(url -> null);

        assertThat(connect("--wait", "0")).isEqualTo(ExitCode.NO_CONSENT);

        assertTold("Nobody has decided in the browser for 0 seconds", "http://localhost:", "redirect URIs");
        assertThat(terminal.out()).contains("No browser could be started here.");
    }

    @Test
    void connect_noBrowserWanted_startsNone() {
        terminal.user(url -> {
            throw new AssertionError("A browser was started");
        });

        assertThat(connect("--wait", "0", "--no-browser")).isEqualTo(ExitCode.NO_CONSENT);
    }

    @Test
    void connect_portTaken_saysHowToChooseAnother() throws IOException {
        try (BrowserCallback other = BrowserCallback.listen(0)) {
            String port = String.valueOf(other.redirectUri().getPort());

            assertThat(connect("--port", port)).isEqualTo(ExitCode.FAILED);

            assertTold("Port " + port + " is in use by another program", "--port");
        }
    }

    @Test
    void connect_otherTabComesFirst_waitsForTheRightOne() {
        terminal.user(url -> {
            URI callback = fake.get().approve(url);
            assertThat(status(callback.resolve("/favicon.ico"))).isEqualTo(404);
            assertThat(status(callback.resolve("/callback?code=forged&state=other")))
                    .isEqualTo(404);
            return callback;
        });

        assertThat(connect()).isZero();
    }

    private static int status(URI address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void connect_xeroGoneAfterTheUserAllowed_saysToCheckTheNetwork() {
        fake.get().next(Endpoint.TOKEN, Fault.dropBeforeWork(), Fault.dropBeforeWork(), Fault.dropBeforeWork());

        assertThat(connect()).isEqualTo(ExitCode.FAILED);

        assertTold("Xero could not be reached", "Check the network");
        assertThat(terminal.pageTitle()).isEqualTo("Something went wrong");
    }

    @Test
    void connect_xeroHidesItsConnections_saysThatTheGrantIsStored() {
        fake.get()
                .next(
                        Endpoint.CONNECTIONS,
                        Fault.answer(503, "text/plain", "away"),
                        Fault.answer(503, "text/plain", "away"),
                        Fault.answer(503, "text/plain", "away"),
                        Fault.answer(503, "text/plain", "away"));

        assertThat(connect()).isEqualTo(ExitCode.FAILED);

        assertTold("The grant is stored and can be used", "`tenants demo`");
        assertThat(terminal.pageTitle()).isEqualTo("Connected");
    }

    @Test
    void connect_wrongSecret_saysToCheckIt() {
        terminal.environment.put("XERO_CLIENT_SECRET", "wrong");

        assertThat(connect()).isEqualTo(ExitCode.FAILED);

        assertTold("Xero does not accept the app: check client id and secret");
        assertThat(terminal.err()).doesNotContain("wrong");
    }

    @Test
    void connect_storeLocked_saysSoBeforeTheUserIsAsked() throws IOException {
        connect();
        terminal.user(url -> {
            throw new AssertionError("The user was asked");
        });
        Path lock = home.resolve(".xero-connect/played/grants/lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = heldElsewhere(channel)) {
            assertThat(held).isNotNull();

            assertThat(connect()).isEqualTo(ExitCode.FAILED);
        }

        assertTold("The store cannot be used", "locked");
    }

    private static FileLock heldElsewhere(FileChannel channel) throws IOException {
        return channel.lock();
    }

    @Test
    void connect_debug_showsWhereItComesFrom() {
        terminal.user(fake.get()::deny);

        assertThat(connect("--debug")).isEqualTo(ExitCode.NO_CONSENT);

        assertThat(terminal.err()).contains("Access was not allowed", "ConsentException", "\tat ");
    }

    @Test
    void connect_nameThatIsNone_isAWrongCommandLine() {
        assertThat(terminal.run("connect", "")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains("GRANT").doesNotContain("\tat ");
    }

    @Test
    void connect_storeThatOthersMayRead_saysSo() throws IOException {
        Path open = Files.createDirectories(home.resolve("open/played/grants"));
        Files.setPosixFilePermissions(open, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(connect("--store", home.resolve("open").toString())).isEqualTo(ExitCode.FAILED);

        assertTold("grants");
    }
}
