package dev.xeroauth.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserCallbackTest {

    private static final URI CONSENT =
            URI.create("https://login.xero.com/identity/connect/authorize?state=a%2Fb&scope=x");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient browser = HttpClient.newHttpClient();
    private BrowserCallback callback;

    @BeforeEach
    void listen() throws IOException {
        callback = BrowserCallback.listen(0);
        callback.expect(CONSENT);
    }

    @AfterEach
    void close() {
        callback.close();
    }

    @Test
    void await_browserComesBackWithTheState_isGivenItsVisitAndAnswersIt() throws Exception {
        CompletableFuture<HttpResponse<String>> page = comes("/callback?code=c&state=a%2Fb");

        BrowserVisit visit = callback.await(PATIENCE).orElseThrow();
        visit.answer(BrowserPage.CONNECTED);

        assertThat(visit.address()).isEqualTo(URI.create("/callback?code=c&state=a%2Fb"));
        assertThat(visit.toString()).doesNotContain("code");
        assertThat(page.get().statusCode()).isEqualTo(200);
        assertThat(page.get().body()).contains("<h1>Connected</h1>");
        assertThat(page.get().headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void await_requestsThatAreNotTheBrowsersReturn_areAnsweredAndDoNotCount() throws Exception {
        for (String other : new String[] {
            "/favicon.ico",
            "/callback",
            "/callback?code=c&state=other",
            "/callback?code=c",
            "/other?state=a%2Fb",
            "/?state=a%2Fb"
        }) {
            assertThat(comes(other).get().statusCode()).as(other).isEqualTo(404);
        }
        HttpRequest post = HttpRequest.newBuilder(at("/callback?code=c&state=a%2Fb"))
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(browser.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(404);

        assertThat(callback.await(Duration.ZERO)).isEmpty();
    }

    @Test
    void await_nobodyExpectedYet_letsNobodyIn() throws Exception {
        try (BrowserCallback early = BrowserCallback.listen(0)) {
            URI address = early.redirectUri().resolve("/callback?code=c&state=");

            HttpResponse<String> page =
                    browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(early.await(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void listen_portTaken_saysSoAndLeavesNothingOpen() {
        int port = callback.redirectUri().getPort();

        assertThatThrownBy(() -> BrowserCallback.listen(port)).isInstanceOf(BindException.class);
    }

    @Test
    void listen_otherAddressesOfThisMachine_areNotListenedAt() throws IOException {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(outside.isPresent(), "This machine has no other address");

        assertThatThrownBy(
                        () -> new Socket(outside.get(), callback.redirectUri().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void close_visitUnanswered_isSentBackToTheProgram() throws Exception {
        CompletableFuture<HttpResponse<String>> first = comes("/callback?code=c&state=a%2Fb");
        BrowserVisit visit = callback.await(PATIENCE).orElseThrow();
        CompletableFuture<HttpResponse<String>> reloaded = comes("/callback?code=c&state=a%2Fb");
        while (!callback.isVisited()) {
            Thread.onSpinWait();
        }

        visit.answer(BrowserPage.DENIED);
        callback.close();

        assertThat(first.get().body()).contains("<h1>Not connected</h1>");
        assertThat(reloaded.get().body()).contains("go back to the program");
    }

    @Test
    void close_always_givesThePortBack() throws IOException {
        int port = callback.redirectUri().getPort();

        callback.close();

        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.isBound()).isTrue();
        }
    }

    private CompletableFuture<HttpResponse<String>> comes(String path) {
        return browser.sendAsync(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return callback.redirectUri().resolve(path);
    }
}
