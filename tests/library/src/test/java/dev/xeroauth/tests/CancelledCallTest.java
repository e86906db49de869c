package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that are given up while they wait for a token. */
class CancelledCallTest {

    /** Less than a caller waits for a token otherwise. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private final Connected at = new Connected();
    private final Requests requests = new Requests(at);
    private final HeldRefresher refresher = new HeldRefresher();
    private final XeroAuth auth = at.instance().tokenRefresher(refresher).build();

    @AfterEach
    void close() {
        refresher.allow(100);
        auth.close();
        at.close();
    }

    private Call call(Duration timeout) {
        OkHttpClient client = Requests.client(auth, Connected.GRANT, at.bakery());
        return client.newBuilder().callTimeout(timeout).build().newCall(requests.request());
    }

    private static CompletableFuture<Response> executing(Call call) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(call.execute());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    private static Throwable failure(CompletableFuture<Response> answer) {
        return catchThrowableOfType(ExecutionException.class, () -> answer.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .getCause();
    }

    @Test
    void intercept_cancelledWhileItWaits_endsAtOnceAndOthersGetTheToken() throws Exception {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        Call call = call(Duration.ZERO);
        CompletableFuture<Response> cancelled = executing(call);
        refresher.awaitArrived(1);
        CompletableFuture<String> other = auth.accessTokenAsync(Connected.GRANT).thenApply(token -> token.value());

        call.cancel();

        assertThat(failure(cancelled))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(XeroIOException.class)
                .hasMessage("Canceled");
        refresher.allow(1);
        assertThat(other.get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("AT-2");
        assertThat(auth.accessToken(Connected.GRANT).value()).isEqualTo("AT-2");
        assertThat(refresher.requests()).isEqualTo(1);
    }

    @Test
    void intercept_cancelledWhileTheTenantsAreReadForTheFirstTime_endsAtOnce() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        Fault down = Fault.answer(503, "text/html", "<h1>Down</h1>");
        at.xero.next(Endpoint.CONNECTIONS, down, down, down);
        assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                .isInstanceOf(ConnectionsUnavailableException.class);
        at.xero.next(Endpoint.CONNECTIONS, Fault.holdUp());
        Call call = call(Duration.ZERO);
        CompletableFuture<Response> cancelled = executing(call);
        at.xero.awaitHeldUp(1);

        call.cancel();

        assertThat(failure(cancelled)).isInstanceOf(IOException.class).hasMessage("Canceled");
        at.xero.releaseHeldUp();
    }

    @Test
    void intercept_cancelledBefore_asksNobody() {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        Call call = call(Duration.ZERO);
        call.cancel();

        assertThatThrownBy(call::execute).isInstanceOf(IOException.class).hasMessage("Canceled");
    }

    @Test
    void intercept_callTimesOutWhileItWaits_endsThenAndOthersGetTheToken() throws Exception {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        CompletableFuture<Response> late = executing(call(Duration.ofMillis(200)));
        refresher.awaitArrived(1);

        assertThat(failure(late)).isInstanceOf(InterruptedIOException.class).hasMessage("timeout");

        refresher.allow(1);
        assertThat(auth.accessToken(Connected.GRANT).value()).isEqualTo("AT-2");
        assertThat(refresher.requests()).isEqualTo(1);
    }

    @Test
    void intercept_callTimesOutWhileA401IsFollowedUp_endsThen() {
        at.connect();
        assertThat(auth.accessToken(Connected.GRANT).value()).isNotEmpty();
        at.time.advance(Duration.ofMinutes(5));
        at.xero.refuseAccessTokens();

        assertThat(failure(executing(call(Duration.ofMillis(500)))))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("timeout");
    }

    @Test
    void intercept_callTimesOutWhileTheStoreHangs_endsThen() {
        at.connect();
        CountDownLatch back = new CountDownLatch(1);
        at.store.before = call -> Threads.await(back);
        try {
            assertThat(failure(executing(call(Duration.ofMillis(200)))))
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessage("timeout");
        } finally {
            at.store.before = call -> {};
            back.countDown();
        }
    }
}
